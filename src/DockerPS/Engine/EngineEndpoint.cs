using System;

namespace DockerPS.Engine;

/// <summary>Where an engine is, and how that was found out.</summary>
public sealed class EngineEndpoint
{
    /// <summary>Makes an endpoint.</summary>
    /// <param name="name">The context's name, or the address where no context names it.</param>
    /// <param name="address">The address: <c>unix:</c>, <c>npipe:</c> or <c>tcp:</c>.</param>
    /// <param name="source">What named it, for the user: a parameter, a variable, a file.</param>
    public EngineEndpoint(string name, Uri address, string source)
    {
        Name = name;
        Address = address;
        Source = source;
    }

    /// <summary>The context's name, or the address: what objects carry as their <c>Engine</c>.</summary>
    public string Name { get; }

    /// <summary>The address.</summary>
    public Uri Address { get; }

    /// <summary>What named this endpoint, for the user.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
