using System;

namespace DockerPS;

/// <summary>An engine that the session is connected to, or that it would use.</summary>
public sealed class DockerEngine
{
    /// <summary>The name that -Engine takes and that objects carry.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address.</summary>
    public Uri? Address { get; init; }

    /// <summary>Commands that name no engine use this one.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The session connected itself to it, with Connect-DockerEngine; where false, the docker command's settings name it.</summary>
    public bool Connected { get; init; }

    /// <summary>What named the address.</summary>
    public string Source { get; init; } = "";

    /// <summary>The connection is encrypted by TLS, with what certificates; null where it is not.</summary>
    public EngineCertificates? Tls { get; init; }

    /// <summary>The user of -Credential; null for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The engine's product and version, when it was connected; null where it was not asked.</summary>
    public string? Server { get; init; }

    /// <summary>The API version that is spoken with it; null where it was not asked.</summary>
    public Version? UsedApiVersion { get; init; }

    /// <summary>The same as Name: every object names its engine so.</summary>
    public string Engine => Name;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
