using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

/// <summary>One member that Get-Member found; formatted by the engine's view of Microsoft.PowerShell.Commands.MemberDefinition.</summary>
public sealed class MemberDefinition
{
    internal MemberDefinition(string typeName, string name, PSMemberTypes memberType, string definition)
    {
        TypeName = typeName;
        Name = name;
        MemberType = memberType;
        Definition = definition;
    }

    public string TypeName { get; }

    public string Name { get; }

    public PSMemberTypes MemberType { get; }

    public string Definition { get; }

    public override string ToString() => Definition;
}
