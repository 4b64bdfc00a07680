using System;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>The rules for the parts of an image's name, as the distribution specification and docker have them.</summary>
internal static class ImageGrammar
{
    private const int LongestPath = 255;

    private static readonly Regex Id = Pattern("sha256:[a-f0-9]{64}");
    private static readonly Regex BareId = Pattern("[a-f0-9]{64}");
    private static readonly Regex Tag = Pattern("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static readonly Regex Part = Pattern("[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*");
    private static readonly Regex Digest = Pattern("(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})");

    private static readonly Regex Host = Pattern(
        @"(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(:[0-9]+)?");

    public static bool IsId(string text) => Id.IsMatch(text);

    public static bool IsTag(string text) => Tag.IsMatch(text);

    public static FormatException WrongTag(string tag) => Wrong(tag.Length == 0
        ? "The tag after the colon is empty."
        : $"The tag '{tag}' is wrong: up to 128 letters, digits, _, . and -, the first none of . and -.");

    /// <summary>Cuts a digest off at its @, and a tag at a colon that no slash follows.</summary>
    public static (string Name, string? Tag, string? Digest) Split(string text)
    {
        if (BareId.IsMatch(text))
        {
            throw Wrong($"64 hexadecimal digits can't be a name; as an image's id, write sha256:{text}.");
        }

        var at = text.IndexOf('@');
        var rest = at < 0 ? text : text.Substring(0, at);
        var colon = rest.LastIndexOf(':');
        var tagged = colon > rest.LastIndexOf('/');
        return (tagged ? rest.Substring(0, colon) : rest, tagged ? rest.Substring(colon + 1) : null, at < 0 ? null : text.Substring(at + 1));
    }

    /// <exception cref="FormatException">A part is wrong.</exception>
    public static void Check(ImageReference image, string text)
    {
        var shown = image.RepositoryName;
        if (shown.Length == 0)
        {
            throw Wrong(text.Length == 0 ? "The text is empty." : $"'{text}' has no name.");
        }

        if (!Host.IsMatch(image.Registry))
        {
            throw Wrong($"'{image.Registry}' is not a registry's host.");
        }

        if (!string.Equals(image.Repository, image.Repository.ToLowerInvariant(), StringComparison.Ordinal))
        {
            throw Wrong($"The name '{shown}' has capital letters: it must be lowercase.");
        }

        foreach (var part in image.Repository.Split('/'))
        {
            if (!Part.IsMatch(part))
            {
                throw Wrong(part.Length == 0
                    ? $"'{text}' has an empty part between slashes."
                    : $"'{part}' can't be part of an image's name: lowercase letters and digits, with . _ __ or dashes between them.");
            }
        }

        if (image.Repository.Length > LongestPath)
        {
            throw Wrong("The name is longer than 255 characters.");
        }

        if (image.Tag is not null && !IsTag(image.Tag))
        {
            throw WrongTag(image.Tag);
        }

        if (image.Digest is not null && !Digest.IsMatch(image.Digest))
        {
            throw Wrong($"The digest '{image.Digest}' is wrong: it is sha256: and 64 lowercase hexadecimal digits, or sha512: and 128.");
        }
    }

    private static FormatException Wrong(string what) => new(what + " " + ImageReference.Form);

    private static Regex Pattern(string pattern) =>
        new(@"\A(" + pattern + @")\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
