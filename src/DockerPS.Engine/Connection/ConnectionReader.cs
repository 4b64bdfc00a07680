using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Makes an endpoint of what a user said of a connection.</summary>
internal static class ConnectionReader
{
    private const string Source = "Connect-DockerEngine";

    public static EngineEndpoint Read(EngineConnection connection)
    {
        var name = connection.Name ?? connection.Address;
        if (connection.Address.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return SaysTls(connection) || connection.Credential is not null
                ? throw new DockerException(DockerError.InvalidArgument, $"Certificates and credentials go with an address; '{connection.Address}' is the name of a context, which has its own.")
                : EndpointResolver.Resolve(connection.Address) is var found && connection.Name is null ? found : found.Named(name, found.Source);
        }

        EngineTls? tls = null;
        var endpoint = EndpointResolver.FromAddress(
            connection.Address, name, Source, () => tls = SaysTls(connection) ? ReadTls(connection) : EndpointResolver.TlsOfEnvironment());
        if (SaysTls(connection) && tls is null)
        {
            throw EndpointResolver.Invalid(connection.Address, Source, $"the scheme {endpoint.Address.Scheme} knows no certificates, only tcp and https do");
        }

        if (connection.Credential is { } credential)
        {
            return endpoint.Tls is null
                ? throw EndpointResolver.Invalid(
                    connection.Address, Source, "a credential is sent over an encrypted connection only, https or tcp with certificates; ssh takes its keys from its own configuration")
                : new EngineEndpoint(name, endpoint.Address, Source) { Tls = endpoint.Tls, Credential = credential };
        }

        return endpoint;
    }

    private static bool SaysTls(EngineConnection connection) =>
        connection.Tls || connection.SkipVerification || connection.Certificate is not null || connection.CertificatePath is not null || connection.KeyPath is not null
        || connection.Authorities is not null || connection.AuthorityPath is not null || connection.CertificateFolder is not null;

    private static EngineTls ReadTls(EngineConnection connection)
    {
        if (connection.CertificateFolder is { } folder)
        {
            return Directory.Exists(folder) && TlsFolder.HasAny(folder)
                ? TlsFolder.Read(folder, connection.SkipVerification)
                : throw CertificateFiles.Unreadable(folder, "it is no folder with ca.pem, cert.pem or key.pem", inner: null);
        }

        if (connection.Certificate is { HasPrivateKey: false })
        {
            throw new DockerException(
                DockerError.CertificateUnreadable, $"The certificate '{connection.Certificate.Subject}' has no private key, so it proves nothing: give it with its key.");
        }

        X509Certificate2? own = connection.Certificate;
        IReadOnlyList<X509Certificate2> intermediates = [];
        if (connection.CertificatePath is { } file)
        {
            (own, intermediates) = CertificateFiles.WithKey(file, connection.KeyPath, connection.Password);
        }

        return new EngineTls
        {
            Authorities = connection.Authorities ?? (connection.AuthorityPath is { } authority ? CertificateFiles.Authorities(authority) : null),
            Certificate = own,
            Intermediates = intermediates,
            SkipVerification = connection.SkipVerification,
        };
    }
}
