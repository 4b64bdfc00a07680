using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Connection.Tls;

/// <summary>Reads the docker command's layout: <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c> in a folder, each of which may be missing.</summary>
internal static class TlsFolder
{
    public const string Authority = "ca.pem";
    public const string Certificate = "cert.pem";
    public const string Key = "key.pem";

    // Read again when a file changes. Every command finds its endpoint anew, and a key takes milliseconds.
    private static readonly ConcurrentDictionary<string, EngineTls> Known = new(StringComparer.Ordinal);

    public static bool HasAny(string folder) => new[] { Authority, Certificate, Key }.Any(file => File.Exists(Path.Combine(folder, file)));

    /// <summary>What is in the folder.</summary>
    /// <param name="folder">The folder; one that is not there holds nothing.</param>
    /// <param name="skipVerification">The engine's certificate is not looked at.</param>
    public static EngineTls Read(string folder, bool skipVerification)
    {
        var stamp = string.Join("|", new[] { Authority, Certificate, Key }.Select(file => new FileInfo(Path.Combine(folder, file)))
            .Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : ""));
        return Known.GetOrAdd(string.Join("\n", folder, stamp, skipVerification), _ => ReadAnew(folder, skipVerification));
    }

    private static EngineTls ReadAnew(string folder, bool skipVerification)
    {
        var (authority, certificate, key) = (Path.Combine(folder, Authority), Path.Combine(folder, Certificate), Path.Combine(folder, Key));
        var authorities = File.Exists(authority) ? CertificateFiles.Authorities(authority) : null;
        if (!File.Exists(certificate) && !File.Exists(key))
        {
            return new EngineTls { Authorities = authorities, SkipVerification = skipVerification };
        }

        if (!File.Exists(certificate) || !File.Exists(key))
        {
            throw CertificateFiles.Unreadable(
                File.Exists(certificate) ? certificate : key, $"beside it {(File.Exists(certificate) ? Key : Certificate)} is missing", inner: null);
        }

        var (own, intermediates) = CertificateFiles.WithKey(certificate, key, password: null);
        return new EngineTls { Authorities = authorities, Certificate = own, Intermediates = intermediates, SkipVerification = skipVerification };
    }
}
