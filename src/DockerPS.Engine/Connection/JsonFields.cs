using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DockerPS.Connection;

/// <summary>A part of an answer, whose fields may be missing, null or of another kind than is asked for: then they are not there.</summary>
internal readonly struct JsonFields(JsonElement element)
{
    /// <summary>A field's own fields; without any where it is none.</summary>
    public JsonFields this[string name] => Find(name) is { } field ? new(field) : default;

    /// <summary>A text that is not empty.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } field && field.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number.</summary>
    public long? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt64(out var number) ? number : null;

    /// <summary>A whole number that is not 0, which the engine says where nothing was given.</summary>
    public long? NumberSet(string name) => Number(name) is { } number and not 0 ? number : null;

    /// <summary>True or false.</summary>
    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A list of texts; null where it is none, or empty.</summary>
    public IReadOnlyList<string>? Texts(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } field when field.GetArrayLength() > 0 => field.EnumerateArray().Select(item => item.ToString()).ToList(),
        { ValueKind: JsonValueKind.String } field => [field.GetString()!],
        _ => null,
    };

    /// <summary>Whether there is a list, and nothing in it.</summary>
    public bool IsEmptyList(string name) => Find(name) is { ValueKind: JsonValueKind.Array } field && field.GetArrayLength() == 0;

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonFields> Items(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray().Select(item => new JsonFields(item)) : [];

    /// <summary>The items of a list of lists.</summary>
    public IEnumerable<IReadOnlyList<string>> Lists(string name) => Find(name) is { ValueKind: JsonValueKind.Array } field
        ? field.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Array).Select(item => (IReadOnlyList<string>)item.EnumerateArray().Select(text => text.ToString()).ToList())
        : [];

    /// <summary>The names of a table's fields.</summary>
    public IEnumerable<string> Keys(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } field ? field.EnumerateObject().Select(member => member.Name) : [];

    /// <summary>A table of texts; null where it is none, or empty.</summary>
    public Dictionary<string, string>? Map(string name)
    {
        var (fields, map) = (this[name], new Dictionary<string, string>(System.StringComparer.Ordinal));
        foreach (var key in Keys(name))
        {
            map[key] = fields.Text(key) ?? "";
        }

        return map.Count > 0 ? map : null;
    }

    private JsonElement? Find(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : null;
}
