using System;
using System.Collections;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObject : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1)]
    [Alias("Args")]
    public object[] ArgumentList { get; set; } = [];

    [Parameter]
    public IDictionary? Property { get; set; }

    protected override void BeginProcessing()
    {
        PSObject result = PSObject.AsPSObject(Make(LanguagePrimitives.ConvertTo<Type>(TypeName)));
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            string name = entry.Key.ToString()!;
            if (result.Properties[name] is { } property)
            {
                property.Value = entry.Value;
            }
            else
            {
                result.Properties.Add(new PSNoteProperty(name, entry.Value));
            }
        }

        WriteObject(result);
    }

    private object Make(Type type)
    {
        if (type == typeof(PSObject))
        {
            return new PSObject();
        }

        // The language chooses the constructor, and converts arguments. In a table, because a list would come out as its items.
        var construct = ScriptBlock.Create("param($type, $values) @{ Made = $type::new.Invoke($values) }");
        var table = (Hashtable)InvokeCommand.InvokeScript(useLocalScope: false, construct, input: null, type, ArgumentList)[0].BaseObject;
        return table["Made"]!;
    }
}
