using System;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS;

/// <summary>The certificates of an encrypted connection.</summary>
public sealed class EngineCertificates
{
    /// <summary>The engine's certificate is looked at.</summary>
    public bool Verified { get; init; }

    /// <summary>The authorities that it has to come from, by subject; empty for those that the system trusts.</summary>
    public string[] Authorities { get; init; } = [];

    /// <summary>The subject of the certificate that is shown to the engine; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>That certificate's thumbprint; null for none.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>When that certificate ends; null for none.</summary>
    public DateTime? NotAfter { get; init; }

    internal static EngineCertificates? Of(EngineTls? tls) => tls is null ? null : new EngineCertificates
    {
        Verified = !tls.SkipVerification,
        Authorities = tls.Authorities?.Select(authority => authority.Subject).ToArray() ?? [],
        Subject = tls.Certificate?.Subject,
        Thumbprint = tls.Certificate?.Thumbprint,
        NotAfter = tls.Certificate?.NotAfter,
    };

    /// <summary>What is verified, and what is shown.</summary>
    public override string ToString() => (Verified ? "verified" : "not verified") + (Subject is null ? "" : ", as " + Subject);
}
