namespace DockerPS.Engine;

/// <summary>What a context is to be made of, or changed to. What is null is left as it is. Paths are whole.</summary>
public sealed class ContextSpecification
{
    /// <summary>The engine's address.</summary>
    public string? Address { get; init; }

    /// <summary>What a user writes of it.</summary>
    public string? Description { get; init; }

    /// <summary>The file with the authority of the engine's certificate.</summary>
    public string? AuthorityPath { get; init; }

    /// <summary>The file with the client certificate, in PEM.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The file with its key, in PEM.</summary>
    public string? KeyPath { get; init; }

    /// <summary>The engine's certificate is not looked at.</summary>
    public bool? SkipTlsVerify { get; init; }

    /// <summary>Certificates and keys that are there are taken away.</summary>
    public bool WithoutTls { get; init; }

    /// <summary>Another context that it begins as a copy of.</summary>
    public string? From { get; init; }
}
