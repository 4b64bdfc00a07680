using System;

namespace DockerPS;

/// <summary>Paths of engines and containers, of Linux and Windows both: neither need be what PowerShell runs on.</summary>
internal static class PathText
{
    /// <summary>It begins as a path does; anything else is a volume's name.</summary>
    public static bool IsPath(string text) => text.Length > 0 && (text[0] is '.' or '~' || IsAbsolute(text));

    public static bool IsAbsolute(string text) =>
        text.Length > 0 && (text[0] == '/' || text.StartsWith(@"\\", StringComparison.Ordinal) || IsDrive(text));

    private static bool IsDrive(string text) => text.Length > 1 && char.IsLetter(text[0]) && text[1] == ':';
}
