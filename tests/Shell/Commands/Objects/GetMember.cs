using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.Get, "Member")]
public sealed class GetMember : PSCmdlet
{
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    protected override void ProcessRecord()
    {
        if (InputObject is null || !_types.Add(InputObject.TypeNames[0]))
        {
            return;
        }

        IEnumerable<PSMemberInfo> members = Name
            .SelectMany(name => InputObject.Members.Match(name, MemberType))
            .DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
            .Where(member => !IsAccessor(member))
            .OrderBy(member => member.MemberType)
            .ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
        foreach (PSMemberInfo member in members)
        {
            PSObject shown = PSObject.AsPSObject(new MemberDefinition(InputObject.TypeNames[0], member.Name, member.MemberType, member.ToString() ?? ""));
            shown.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.MemberDefinition");
            WriteObject(shown);
        }
    }

    private static bool IsAccessor(PSMemberInfo member) =>
        member is PSMethod && (member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name.StartsWith("set_", StringComparison.Ordinal)
            || member.Name.StartsWith("add_", StringComparison.Ordinal) || member.Name.StartsWith("remove_", StringComparison.Ordinal));
}
