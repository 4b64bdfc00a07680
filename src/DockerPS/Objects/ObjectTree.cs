using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Turns dictionaries and lists, as they come through the wall, into objects whose members PowerShell finds by name.</summary>
internal static class ObjectTree
{
    /// <summary>The object of a tree; one without properties for null.</summary>
    public static PSObject Of(object? tree) => tree switch
    {
        IReadOnlyDictionary<string, object?> members => OfMembers(members),
        IReadOnlyList<object?> list => new PSObject(list.Select(Value).ToArray()),
        null => new PSObject(),
        _ => new PSObject(tree),
    };

    private static PSObject OfMembers(IReadOnlyDictionary<string, object?> members)
    {
        var made = new PSObject();
        foreach (var member in members)
        {
            made.Properties.Add(new PSNoteProperty(member.Key, Value(member.Value)));
        }

        return made;
    }

    private static object? Value(object? tree) => tree switch
    {
        IReadOnlyDictionary<string, object?> members => OfMembers(members),
        IReadOnlyList<object?> list => list.Select(Value).ToArray(),
        _ => tree,
    };
}
