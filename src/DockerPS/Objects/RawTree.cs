using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>An answer of the engine as PowerShell's own objects.</summary>
internal static class RawTree
{
    /// <summary>Makes objects of dictionaries, lists and values.</summary>
    public static PSObject ToPSObject(object? tree)
    {
        if (tree is not IReadOnlyDictionary<string, object?> members)
        {
            return tree is IReadOnlyList<object?> list ? new PSObject(list.Select(Value).ToArray()) : new PSObject(tree);
        }

        var made = new PSObject();
        foreach (var member in members)
        {
            made.Properties.Add(new PSNoteProperty(member.Key, Value(member.Value)));
        }

        return made;
    }

    private static object? Value(object? tree) => tree switch
    {
        IReadOnlyDictionary<string, object?> => ToPSObject(tree),
        IReadOnlyList<object?> list => list.Select(Value).ToArray(),
        _ => tree,
    };
}
