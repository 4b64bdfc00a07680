using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets.Engines.Tls;

/// <summary>Makes certificates for engines and their clients, with RSA or EC keys.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private readonly bool _ec;
    private readonly X509Certificate2 _own;

    public CertificateAuthority(string keys, string name = "test authority")
    {
        _ec = keys == "EC";
        using var key = NewKey();
        var request = Request("CN=" + name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-400), DateTimeOffset.UtcNow.AddDays(400));
    }

    public X509Certificate2 Certificate => _own;

    /// <summary>A certificate with its key, for engines that listen on 127.0.0.1.</summary>
    public X509Certificate2 Server(bool expired = false) => Issue("engine", expired, server: true);

    public X509Certificate2 Client(string name = "client", bool expired = false) => Issue(name, expired, server: false);

    /// <summary>Writes the docker command's layout, and gives the folder.</summary>
    /// <param name="folder">The folder, made when it is missing.</param>
    /// <param name="own">The certificate for cert.pem and key.pem.</param>
    /// <param name="authority">The authority for ca.pem; null for this one.</param>
    /// <param name="oldForm">The key in the form of its kind (RSA, EC), not in the common one.</param>
    public string Write(string folder, X509Certificate2 own, CertificateAuthority? authority = null, bool oldForm = false)
    {
        ArgumentNullException.ThrowIfNull(own);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "ca.pem"), (authority ?? this)._own.ExportCertificatePem() + "\n");
        File.WriteAllText(Path.Combine(folder, "cert.pem"), own.ExportCertificatePem() + "\n");
        using AsymmetricAlgorithm key = _ec ? own.GetECDsaPrivateKey()! : own.GetRSAPrivateKey()!;
        var text = !oldForm ? key.ExportPkcs8PrivateKeyPem() : key is ECDsa ec ? ec.ExportECPrivateKeyPem() : ((RSA)key).ExportRSAPrivateKeyPem();
        File.WriteAllText(Path.Combine(folder, "key.pem"), text + "\n");
        return folder;
    }

    /// <summary>An engine that takes encrypted connections from clients of this authority only, besides its socket.</summary>
    public async Task<TestEngine> StartAsync(string version, int port, string folder, bool expired = false)
    {
        using var server = Server(expired);
        var files = Write(Path.Combine(folder, "engine"), server);
        return await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)), new TestEngineOptions
        {
            TcpPort = port,
            Arguments =
            [
                "--tlsverify", "--tlscacert", Path.Combine(files, "ca.pem"), "--tlscert", Path.Combine(files, "cert.pem"), "--tlskey", Path.Combine(files, "key.pem"),
            ],
        });
    }

    public void Dispose() => _own.Dispose();

    private AsymmetricAlgorithm NewKey() => _ec ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);

    private static CertificateRequest Request(string subject, AsymmetricAlgorithm key) => key is ECDsa ec
        ? new CertificateRequest(subject, ec, HashAlgorithmName.SHA256)
        : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private X509Certificate2 Issue(string name, bool expired, bool server)
    {
        using var key = NewKey();
        var request = Request("CN=" + name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(server ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2")], critical: false));
        if (server)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
        }

        var (from, to) = expired ? (-30, -1) : (-1, 30);
        using var bare = request.Create(_own, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to), RandomNumberGenerator.GetBytes(12));
        return key is ECDsa ec ? bare.CopyWithPrivateKey(ec) : bare.CopyWithPrivateKey((RSA)key);
    }
}
