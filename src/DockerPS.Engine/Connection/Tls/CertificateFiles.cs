using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DockerPS.Connection.Tls;

/// <summary>Reads certificates and keys from files: PEM and DER, PFX.</summary>
internal static class CertificateFiles
{
    /// <summary>The authorities in a file.</summary>
    public static IReadOnlyList<X509Certificate2> Authorities(string file) => Try(file, () =>
    {
        var text = File.ReadAllText(file);
        IReadOnlyList<X509Certificate2> found = PemText.IsPem(text)
            ? [.. PemText.Blocks(text, "CERTIFICATE").Select(bytes => new X509Certificate2(bytes))]
            : [new X509Certificate2(File.ReadAllBytes(file))];
        return found.Count > 0 ? found : throw new CryptographicException("There is no certificate in it.");
    });

    /// <summary>A certificate with its key, and what stands behind it in the file.</summary>
    /// <param name="file">PEM, or PFX with the key.</param>
    /// <param name="keyFile">The key in PEM; null where it stands in the first file.</param>
    /// <param name="password">The password of the PFX file or the key; null for none.</param>
    public static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates) WithKey(string file, string? keyFile, SecureString? password)
    {
        var text = Try(file, () => File.ReadAllText(file));
        if (!PemText.IsPem(text))
        {
            return Try(file, () => FromPfx(File.ReadAllBytes(file), password));
        }

        var certificates = Try(file, () => PemText.Blocks(text, "CERTIFICATE").Select(bytes => new X509Certificate2(bytes)).ToList());
        if (certificates.Count == 0)
        {
            throw Unreadable(file, "there is no certificate in it", inner: null);
        }

        var keyPlace = keyFile ?? file;
        var keyText = keyFile is null ? text : Try(keyFile, () => File.ReadAllText(keyFile));
        var key = Try(keyPlace, () => PemText.Key(keyText)) ?? throw Unreadable(keyPlace, "there is no private key in it", inner: null);
        return (Try(keyPlace, () => Lasting(Join(certificates[0], key, password))), certificates.Skip(1).ToList());
    }

    /// <summary>The failure of a file that can't be used.</summary>
    public static DockerException Unreadable(string file, string why, Exception? inner) =>
        new(DockerError.CertificateUnreadable, $"The file {file} can't be used: {why.TrimEnd('.')}.", inner);

    private static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates) FromPfx(byte[] bytes, SecureString? password)
    {
        var all = new X509Certificate2Collection();
        all.Import(bytes, Plain(password), X509KeyStorageFlags.DefaultKeySet);
        var found = all.Cast<X509Certificate2>().ToList();
        var own = found.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("There is no certificate with its private key in it.");
        return (own, found.Where(certificate => certificate != own).ToList());
    }

#if NET
    private static X509Certificate2 Join(X509Certificate2 certificate, (string Label, string Text, byte[] Bytes) key, SecureString? password)
    {
        var text = certificate.ExportCertificatePem();
        return password is { Length: > 0 } ? X509Certificate2.CreateFromEncryptedPem(text, key.Text, Plain(password)) : X509Certificate2.CreateFromPem(text, key.Text);
    }
#else
    private static X509Certificate2 Join(X509Certificate2 certificate, (string Label, string Text, byte[] Bytes) key, SecureString? password) =>
        password is { Length: > 0 }
            ? throw new CryptographicException("Keys with a password are read from PFX files only here.")
            : PemKey.Join(certificate, key.Label, key.Bytes);
#endif

    // Windows takes no key for TLS that is in memory only: it has to come out of a PFX.
    private static X509Certificate2 Lasting(X509Certificate2 certificate)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return certificate;
        }

        using (certificate)
        {
            return new X509Certificate2(certificate.Export(X509ContentType.Pfx));
        }
    }

    private static string? Plain(SecureString? password) => password is null ? null : new NetworkCredential("", password).Password;

    private static T Try<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException or FormatException or NotSupportedException)
        {
            throw Unreadable(file, failure.Message, failure);
        }
    }
}
