using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Xml;

namespace DockerPS.Cmdlets.Containers;

/// <summary>What a script in a container wrote: one object of one of its streams.</summary>
internal static class ScriptAnswer
{
    private const string Mark = "#DockerPS ";

    /// <summary>Objects that came from another place say from where; values do not.</summary>
    private const string OriginProperty = "PSContainerName";

    /// <summary>Whether a line tells of the error that ended the script.</summary>
    public static bool IsEnd(string line) => line.StartsWith(Mark + "T ", StringComparison.Ordinal);

    /// <summary>Writes to the same stream here what the script wrote there. A line that did not come from the script's own streams is text.</summary>
    public static void Write(Cmdlet cmdlet, string line, string container)
    {
        if (!TryRead(line, out var kind, out var value))
        {
            cmdlet.WriteObject(line);
            return;
        }

        switch (kind)
        {
            case 'E' or 'T':
                cmdlet.WriteError(Error((IDictionary)value!, container));
                break;
            case 'W':
                cmdlet.WriteWarning(Text(value));
                break;
            case 'V':
                cmdlet.WriteVerbose(Text(value));
                break;
            case 'D':
                cmdlet.WriteDebug(Text(value));
                break;
            case 'I':
                WriteInformation(cmdlet, (IDictionary)value!);
                break;
            default:
                if (value is PSObject { BaseObject: PSCustomObject } thing && thing.Properties[OriginProperty] is null)
                {
                    thing.Properties.Add(new PSNoteProperty(OriginProperty, container));
                }

                cmdlet.WriteObject(value, enumerateCollection: false);
                break;
        }
    }

    private static bool TryRead(string line, out char kind, out object? value)
    {
        (kind, value) = (' ', null);
        if (!line.StartsWith(Mark, StringComparison.Ordinal) || line.Length < Mark.Length + 2)
        {
            return false;
        }

        try
        {
            kind = line[Mark.Length];
            value = PSSerializer.Deserialize(Encoding.UTF8.GetString(Convert.FromBase64String(line.Substring(Mark.Length + 2))));
            value = kind is 'O' || value is not PSObject wrapped ? value : wrapped.BaseObject;
            return kind is 'O' or 'W' or 'V' or 'D' || value is IDictionary;
        }
        catch (Exception failure) when (failure is FormatException or XmlException or InvalidOperationException)
        {
            // Something else in the container writes lines that begin so.
            return false;
        }
    }

    private static ErrorRecord Error(IDictionary told, string container)
    {
        var category = Enum.TryParse<ErrorCategory>(Text(told["Category"]), out var known) ? known : ErrorCategory.NotSpecified;
        var record = new ErrorRecord(new RemoteException(Text(told["Message"])), Text(told["Id"]), category, container);
        if (Text(told["Trace"]) is { Length: > 0 } trace)
        {
            record.Exception.Data["ScriptStackTrace"] = trace;
        }

        return record;
    }

    private static void WriteInformation(Cmdlet cmdlet, IDictionary told)
    {
        var tags = LanguagePrimitives.GetEnumerable(told["Tags"])?.Cast<object?>().Select(Text).ToArray() ?? [];
        object? data = Array.IndexOf(tags, "PSHOST") >= 0
            ? new HostInformationMessage { Message = Text(told["Text"]), NoNewLine = LanguagePrimitives.IsTrue(told["NoNewLine"]) }
            : told["Data"];
        cmdlet.WriteInformation(data ?? "", tags);
    }

    private static string Text(object? value) => Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? "";
}
