using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DockerPS.Connection;

/// <summary>Turns JSON into dictionaries, lists and values, which may cross the wall.</summary>
internal static class JsonTree
{
    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // The order is the engine's: people read it.
    private static Dictionary<string, object?> Members(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = Read(member.Value);
        }

        return members;
    }
}
