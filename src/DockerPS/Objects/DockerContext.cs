using System;

namespace DockerPS;

/// <summary>A context of the docker command: an engine under a name that stays.</summary>
public sealed class DockerContext
{
    /// <summary>The name, which -Engine takes.</summary>
    public string Name { get; init; } = "";

    /// <summary>What a user wrote of it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The engine's address; null where the context has none that can be read.</summary>
    public Uri? Address { get; init; }

    /// <summary>It is the one that the docker command and DockerPS use when none is named.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The engine's certificate is not looked at.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>The files with certificates and keys that belong to it: ca.pem, cert.pem, key.pem.</summary>
    public string[] TlsFiles { get; init; } = [];

    /// <summary>The file that describes it; null for the context default, which is made of the environment.</summary>
    public string? File { get; init; }

    /// <summary>The same as Name: every object names its engine so.</summary>
    public string Engine => Name;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
