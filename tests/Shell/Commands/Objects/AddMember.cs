using System.Collections;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "One")]
public sealed class AddMember : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    [Parameter(Position = 0, ParameterSetName = "One")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.NoteProperty;

    [Parameter(Position = 1, ParameterSetName = "One")]
    public string? Name { get; set; }

    [Parameter(Position = 2, ParameterSetName = "One")]
    public object? Value { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Notes")]
    public IDictionary? NotePropertyMembers { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Note")]
    public string? NotePropertyName { get; set; }

    [Parameter(ParameterSetName = "Note")]
    public object? NotePropertyValue { get; set; }

    [Parameter]
    public string? TypeName { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (TypeName is not null)
        {
            InputObject.TypeNames.Insert(0, TypeName);
        }

        foreach (DictionaryEntry entry in NotePropertyMembers ?? new Hashtable())
        {
            Add(new PSNoteProperty(entry.Key.ToString(), entry.Value));
        }

        if (NotePropertyName is not null)
        {
            Add(new PSNoteProperty(NotePropertyName, NotePropertyValue));
        }

        if (Name is not null)
        {
            Add(MemberType switch
            {
                PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
                PSMemberTypes.AliasProperty => new PSAliasProperty(Name, Value?.ToString()),
                PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value)),
                PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, LanguagePrimitives.ConvertTo<ScriptBlock>(Value)),
                _ => throw new PSNotSupportedException($"This shell adds no member of type {MemberType}."),
            });
        }

        if (PassThru)
        {
            WriteObject(InputObject);
        }
    }

    private void Add(PSMemberInfo member)
    {
        if (Force)
        {
            InputObject.Members.Remove(member.Name);
        }

        InputObject.Members.Add(member);
    }
}
