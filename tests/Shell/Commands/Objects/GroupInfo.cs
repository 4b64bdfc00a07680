using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

/// <summary>Objects with the same values; formatted by the engine's view of Microsoft.PowerShell.Commands.GroupInfo.</summary>
public sealed class GroupInfo
{
    internal GroupInfo(IEnumerable<object?> values)
    {
        Values = [.. values];
        Name = string.Join(", ", Values.Select(value => value?.ToString() ?? ""));
    }

    public int Count => Group.Count;

    public string Name { get; }

    public Collection<PSObject> Group { get; } = [];

    public IReadOnlyList<object?> Values { get; }
}
