using System;
using System.Net;

namespace DockerPS.Engine;

/// <summary>Where an engine is, and how that was found out.</summary>
public sealed class EngineEndpoint
{
    /// <summary>Makes an endpoint.</summary>
    /// <param name="name">The context's name, or the address where no context names it.</param>
    /// <param name="address">The address: <c>unix:</c>, <c>npipe:</c>, <c>tcp:</c> or <c>ssh:</c>.</param>
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

    /// <summary>How the connection is encrypted; null where it is not.</summary>
    public EngineTls? Tls { get; init; }

    /// <summary>A user and a password for what stands before the engine, sent over encrypted connections only; null for none.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>The same place, found by another way.</summary>
    /// <param name="name">The name that objects will carry.</param>
    /// <param name="source">What named it.</param>
    public EngineEndpoint Named(string name, string source) => new(name, Address, source) { Tls = Tls, Credential = Credential };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
