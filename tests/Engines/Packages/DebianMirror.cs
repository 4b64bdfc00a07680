using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS.Tests.Engines;

/// <summary>The archive that this machine gets its Debian packages from.</summary>
/// <param name="Address">For example <c>http://deb.debian.org/debian</c>.</param>
/// <param name="Keyring">The keyring that the machine trusts it by, or null for apt's default.</param>
public sealed record DebianMirror(string Address, string? Keyring)
{
    public const string DefaultAddress = "http://deb.debian.org/debian";

    /// <summary>Reads apt's own lists, so that a machine behind a mirror asks its mirror.</summary>
    public static DebianMirror OfThisMachine()
    {
        var lists = Directory.Exists("/etc/apt/sources.list.d")
            ? Directory.EnumerateFiles("/etc/apt/sources.list.d").Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var found = lists.Append("/etc/apt/sources.list")
            .Where(File.Exists)
            .SelectMany(file => file.EndsWith(".sources", StringComparison.Ordinal)
                ? ReadDeb822(File.ReadAllText(file))
                : file.EndsWith(".list", StringComparison.Ordinal) ? ReadOneLine(File.ReadLines(file)) : [])
            .FirstOrDefault(mirror => mirror.IsArchive());
        return found ?? new DebianMirror(DefaultAddress, DefaultKeyring());
    }

    /// <summary>Paragraphs of <c>Name: value</c> lines, as in debian.sources.</summary>
    public static IEnumerable<DebianMirror> ReadDeb822(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = paragraph.Split('\n')
                .Where(line => !line.StartsWith('#') && line.Contains(':', StringComparison.Ordinal) && !char.IsWhiteSpace(line[0]))
                .Select(line => line.Split(':', 2))
                .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
            var enabled = !string.Equals(fields.GetValueOrDefault("Enabled"), "no", StringComparison.OrdinalIgnoreCase);
            if (enabled && Words(fields.GetValueOrDefault("Types")).Contains("deb", StringComparer.Ordinal))
            {
                foreach (var address in Words(fields.GetValueOrDefault("URIs")))
                {
                    yield return new DebianMirror(address.TrimEnd('/'), KeyringFile(fields.GetValueOrDefault("Signed-By")));
                }
            }
        }
    }

    /// <summary>Lines of <c>deb [options] address suite component...</c>.</summary>
    public static IEnumerable<DebianMirror> ReadOneLine(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.StartsWith("deb ", StringComparison.Ordinal)))
        {
            var rest = line["deb ".Length..].Trim();
            string? keyring = null;
            if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
            {
                keyring = Words(rest[1..end]).FirstOrDefault(word => word.StartsWith("signed-by=", StringComparison.OrdinalIgnoreCase))?["signed-by=".Length..];
                rest = rest[(end + 1)..];
            }

            if (Words(rest).FirstOrDefault() is { } address)
            {
                yield return new DebianMirror(address.TrimEnd('/'), KeyringFile(keyring));
            }
        }
    }

    /// <summary>A line for a sources list of its own.</summary>
    public string ListLine(string suite) =>
        Keyring is null ? $"deb {Address} {suite} main" : $"deb [signed-by={Keyring}] {Address} {suite} main";

    // Security updates and the repositories of others have no other suites of Debian.
    private bool IsArchive() => Address.EndsWith("/debian", StringComparison.Ordinal);

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // The field may also hold a key itself, or a fingerprint.
    private static string? KeyringFile(string? signedBy) =>
        signedBy is { } file && file.StartsWith('/') && File.Exists(file) ? file : DefaultKeyring();

    private static string? DefaultKeyring() =>
        File.Exists("/usr/share/keyrings/debian-archive-keyring.gpg") ? "/usr/share/keyrings/debian-archive-keyring.gpg" : null;
}
