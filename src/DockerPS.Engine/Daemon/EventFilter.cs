using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Daemon;

/// <summary>Docker's filters of events, for an engine that knows few of them: values of one name are alternatives, but labels must all be there.</summary>
internal sealed class EventFilter(IReadOnlyDictionary<string, IReadOnlyList<string>>? filters)
{
    public bool Passes(DockerEvent happened) => filters is null || filters.All(filter => filter.Key == "label"
        ? filter.Value.All(label => HasLabel(happened, label))
        : filter.Value.Any(value => Fits(happened, filter.Key, value)));

    private static bool Fits(DockerEvent happened, string filter, string value) => filter switch
    {
        "event" => happened.Action == value,
        "type" => happened.TypeText == value,
        "scope" => happened.Scope == value,
        "image" => IsImage(happened.TypeText == "image" ? happened.Name : happened.Image, value) || happened.TypeText == "image" && happened.ActorId == value,
        _ => happened.TypeText == filter && (Begins(happened.ActorId, value) || Begins(happened.Name, value)),
    };

    private static bool HasLabel(DockerEvent happened, string label)
    {
        var parts = label.Split(['='], 2);
        return happened.Attributes.TryGetValue(parts[0], out var value) && (parts.Length == 1 || parts[1] == value);
    }

    private static bool IsImage(string? name, string value) => name is not null && (name == value || Begins(name, value + ":"));

    private static bool Begins(string text, string beginning) => text.StartsWith(beginning, StringComparison.Ordinal);
}
