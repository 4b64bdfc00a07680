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
        var type = LanguagePrimitives.ConvertTo<Type>(TypeName);
        object made = type == typeof(PSObject) ? new PSObject() : SessionState.InvokeCommand.InvokeScript(
            useLocalScope: false,
            ScriptBlock.Create("param($type, $values) ,$type::new.Invoke($values)"),
            input: null,
            type,
            ArgumentList)[0];
        PSObject result = PSObject.AsPSObject(made);
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
}
