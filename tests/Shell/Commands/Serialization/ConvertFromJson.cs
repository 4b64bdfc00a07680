using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJson : PSCmdlet
{
    private readonly List<string> _lines = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    [Parameter]
    public int Depth { get; set; } = 1024;

    protected override void ProcessRecord() => _lines.Add(InputObject);

    protected override void EndProcessing()
    {
        // As in PowerShell: one document a line where the first line is one, otherwise one document over all lines.
        if (_lines.Count > 1 && TryRead(_lines[0], out object? first))
        {
            Write(first);
            _lines.RemoveAt(0);
            _lines.ForEach(line => Write(Read(line)));
        }
        else if (string.Join('\n', _lines) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            Write(Read(text));
        }
    }

    private void Write(object? value) => WriteObject(value, enumerateCollection: !NoEnumerate && value is object[]);

    private object? Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth });
        return JsonText.Read(document.RootElement, AsHashtable);
    }

    private bool TryRead(string text, out object? value)
    {
        try
        {
            value = Read(text);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }
}
