#if NETFRAMEWORK
using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DockerPS.Connection.Tls;

/// <summary>The names that a certificate was made for. .NET Framework compares them by itself, Mono does not.</summary>
internal static class CertificateNames
{
    private const string AlternativeNames = "2.5.29.17";
    private const byte DnsName = 0x82;
    private const byte Address = 0x87;

    /// <summary>Whether one of the names is the host's.</summary>
    public static bool Include(X509Certificate2 certificate, string host)
    {
        if (certificate.Extensions[AlternativeNames] is not { } extension)
        {
            return false;
        }

        var names = new DerReader(extension.RawData).Inner(DerReader.Sequence);
        while (!names.AtEnd)
        {
            var (tag, bytes) = names.Any();
            if (tag == Address && IPAddress.TryParse(host, out var address) && address.GetAddressBytes().SequenceEqual(bytes)
                || tag == DnsName && !IPAddress.TryParse(host, out _) && IsName(Encoding.ASCII.GetString(bytes), host))
            {
                return true;
            }
        }

        return false;
    }

    // A star stands for the whole first part of a name and nothing more.
    private static bool IsName(string pattern, string host)
    {
        var name = new IdnMapping().GetAscii(host.TrimEnd('.'));
        var dot = name.IndexOf('.');
        return string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase)
            || pattern.StartsWith("*.", StringComparison.Ordinal) && dot > 0 && string.Equals(pattern.Substring(1), name.Substring(dot), StringComparison.OrdinalIgnoreCase);
    }
}
#endif
