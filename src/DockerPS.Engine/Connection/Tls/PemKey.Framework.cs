#if NETFRAMEWORK
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DockerPS.Connection.Tls;

/// <summary>Joins a certificate and a key out of PEM, which .NET Framework cannot read by itself.</summary>
internal static class PemKey
{
    /// <summary>The certificate with its key.</summary>
    /// <exception cref="CryptographicException">The key is malformed, of a kind that is not known, or belongs to another certificate.</exception>
    public static X509Certificate2 Join(X509Certificate2 certificate, string label, byte[] key) => label switch
    {
        "RSA PRIVATE KEY" => JoinRsa(certificate, key),
        "EC PRIVATE KEY" => JoinEc(certificate, key),
        "PRIVATE KEY" => certificate.GetRSAPublicKey() is not null ? JoinRsa(certificate, Unwrap(key)) : JoinEc(certificate, Unwrap(key)),
        _ => throw new CryptographicException("The key is encrypted, or of a kind that can't be read here; give a PFX file."),
    };

    private static byte[] Unwrap(byte[] key)
    {
        var whole = new DerReader(key).Inner(DerReader.Sequence);
        _ = whole.Number();
        _ = whole.Inner(DerReader.Sequence);
        return whole.Bytes(DerReader.OctetString);
    }

    private static X509Certificate2 JoinRsa(X509Certificate2 certificate, byte[] key)
    {
        var reader = new DerReader(key).Inner(DerReader.Sequence);
        _ = reader.Number();
        var modulus = reader.Number();
        var half = (modulus.Length + 1) / 2;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = reader.Number(), D = reader.Number(modulus.Length), P = reader.Number(half), Q = reader.Number(half) };
        parameters.DP = reader.Number(half);
        parameters.DQ = reader.Number(half);
        parameters.InverseQ = reader.Number(half);
        using var rsa = RSA.Create();
        rsa.ImportParameters(parameters);
        return certificate.CopyWithPrivateKey(rsa);
    }

    private static X509Certificate2 JoinEc(X509Certificate2 certificate, byte[] key)
    {
        var reader = new DerReader(key).Inner(DerReader.Sequence);
        _ = reader.Number();
        using var known = certificate.GetECDsaPublicKey() ?? throw new CryptographicException("The certificate's key is neither RSA nor EC.");

        // Curve and public point stand in the certificate, in every form of key file.
        var parameters = known.ExportParameters(includePrivateParameters: false);
        var secret = reader.Bytes(DerReader.OctetString);
        parameters.D = new byte[parameters.Q.X.Length];
        if (secret.Length > parameters.D.Length)
        {
            throw new CryptographicException("The key belongs to another certificate.");
        }

        System.Buffer.BlockCopy(secret, 0, parameters.D, parameters.D.Length - secret.Length, secret.Length);
        using var ec = ECDsa.Create(parameters);
        return certificate.CopyWithPrivateKey(ec);
    }
}
#endif
