using System.Collections.Generic;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace DockerPS.Engine;

/// <summary>How an engine is to be reached, as a user says it. Paths are whole.</summary>
public sealed class EngineConnection
{
    /// <summary>The address, or the name of a context.</summary>
    public string Address { get; init; } = "";

    /// <summary>The name that objects will carry; null for the address.</summary>
    public string? Name { get; init; }

    /// <summary>The certificate, with its key, to show to the engine.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The file of that certificate: PEM, or PFX with its key.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The file of its key, in PEM.</summary>
    public string? KeyPath { get; init; }

    /// <summary>The password of the PFX file, or of the key.</summary>
    public SecureString? Password { get; init; }

    /// <summary>The authorities that the engine's certificate must come from.</summary>
    public IReadOnlyList<X509Certificate2>? Authorities { get; init; }

    /// <summary>The file with such authorities.</summary>
    public string? AuthorityPath { get; init; }

    /// <summary>A folder with ca.pem, cert.pem and key.pem.</summary>
    public string? CertificateFolder { get; init; }

    /// <summary>The connection is encrypted, also where nothing else says so.</summary>
    public bool Tls { get; init; }

    /// <summary>The engine's certificate is not looked at.</summary>
    public bool SkipVerification { get; init; }

    /// <summary>A user and a password for what stands before the engine.</summary>
    public NetworkCredential? Credential { get; init; }
}
