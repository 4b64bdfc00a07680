using System;

namespace DockerPS;

/// <summary>A place where an engine's address is looked for, and what was found there.</summary>
public sealed class EndpointSource
{
    /// <summary>The place: a parameter, a variable, a file, the platform.</summary>
    public string Source { get; init; } = "";

    /// <summary>What stands there; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The address that it means; null where there is none, or none that can be read.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>This is the one that is used.</summary>
    public bool Chosen { get; init; }

    /// <summary>Why it is used, or why not.</summary>
    public string Why { get; init; } = "";

    /// <summary>The same, passed over because of another.</summary>
    internal EndpointSource PassedOver(string by) => Value is null
        ? this
        : new EndpointSource { Source = Source, Value = Value, Endpoint = Endpoint, Chosen = false, Why = by + " goes before it" };

    /// <summary>The place, what stands there and why.</summary>
    public override string ToString() => $"{(Chosen ? "* " : "")}{Source}{(Value is null ? "" : " = " + Value)}: {Why}";
}
