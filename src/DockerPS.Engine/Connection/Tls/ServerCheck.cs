using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DockerPS.Engine;

namespace DockerPS.Connection.Tls;

/// <summary>Judges an engine's certificate: it comes from a trusted authority, is valid now, and was made for the host that was dialled.</summary>
internal static class ServerCheck
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with the certificate; null where nothing is.</summary>
    /// <param name="endpoint">The engine that was dialled.</param>
    /// <param name="shown">The certificate that it showed.</param>
    /// <param name="sent">The chain that the system made of what it sent.</param>
    /// <param name="errors">What the system found.</param>
    public static DockerException? Judge(EngineEndpoint endpoint, X509Certificate? shown, X509Chain? sent, SslPolicyErrors errors)
    {
        if (shown is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return Refusal(DockerError.TlsFailed, endpoint, "it showed no certificate");
        }

        using var certificate = new X509Certificate2(shown);
        var faults = endpoint.Tls!.Authorities is { } authorities ? Faults(certificate, sent, authorities)
            : !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? []
            : Statuses(sent);
        if (faults.Any(fault => fault is not X509ChainStatusFlags.NotTimeValid))
        {
            return Refusal(
                DockerError.CertificateUntrusted, endpoint,
                $"its certificate, issued by '{certificate.Issuer}', does not come from {(endpoint.Tls.Authorities is null ? "an authority that this machine trusts" : "the authority that was given")}");
        }

        if (faults.Count > 0)
        {
            return Refusal(
                DockerError.CertificateExpired, endpoint,
                $"its certificate, or that of an authority, is not valid now; its own is valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}");
        }

        var named = !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
#if NETFRAMEWORK
        named = named && CertificateNames.Include(certificate, endpoint.Address.DnsSafeHost);
#endif
        return named
            ? null
            : Refusal(DockerError.CertificateNameMismatch, endpoint, $"its certificate, for '{certificate.Subject}', was not made for the name {endpoint.Address.Host}");
    }

    private static DockerException Refusal(DockerError error, EngineEndpoint endpoint, string why) =>
        new(error, $"The engine at {endpoint.Address.OriginalString} (named by {endpoint.Source}) is not trusted: {why}. Nothing was sent to it.") { Engine = endpoint.Name };

    private static List<X509ChainStatusFlags> Statuses(X509Chain? chain)
    {
        var statuses = chain?.ChainStatus.Select(status => status.Status).Where(status => status != X509ChainStatusFlags.NoError).ToList() ?? [];
        return statuses.Count > 0 ? statuses : [X509ChainStatusFlags.UntrustedRoot];
    }

    private static List<X509ChainStatusFlags> Faults(X509Certificate2 certificate, X509Chain? sent, IReadOnlyList<X509Certificate2> authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        foreach (var element in sent?.ChainElements.Cast<X509ChainElement>() ?? [])
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

#if NET
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities.ToArray());
        return chain.Build(certificate) ? [] : Statuses(chain);
#else
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.AddRange(authorities.ToArray());
        chain.Build(certificate);

        // The system was told to take any root; here it must be one that was given.
        var elements = chain.ChainElements.Cast<X509ChainElement>().ToList();
        if (elements.Count == 0 || !authorities.Any(authority => authority.RawData.SequenceEqual(elements[elements.Count - 1].Certificate.RawData)))
        {
            return [X509ChainStatusFlags.UntrustedRoot];
        }

        return elements.SelectMany(element => element.ChainElementStatus).Select(status => status.Status)
            .Where(status => status is not (X509ChainStatusFlags.NoError or X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain))
            .ToList();
#endif
    }
}
