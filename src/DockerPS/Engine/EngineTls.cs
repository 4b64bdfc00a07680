using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace DockerPS.Engine;

/// <summary>How a connection is encrypted, and who has to prove what.</summary>
public sealed class EngineTls
{
    /// <summary>The authorities that the engine's certificate must come from; null for those that the system trusts.</summary>
    public IReadOnlyList<X509Certificate2>? Authorities { get; init; }

    /// <summary>The certificate, with its key, that is shown to the engine; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Certificates between that one and its authority, for an engine that does not have them.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates { get; init; } = [];

    /// <summary>The engine's certificate is not looked at: whoever answers is believed.</summary>
    public bool SkipVerification { get; init; }

    /// <summary>The same text for the same material: connections are shared by it.</summary>
    public string Identity => (SkipVerification ? "unverified" : "verified")
        + "|" + (Authorities is null ? "system" : string.Join(",", Authorities.Select(authority => authority.Thumbprint).OrderBy(text => text, StringComparer.Ordinal)))
        + "|" + Certificate?.Thumbprint;
}
