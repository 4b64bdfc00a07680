using System;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>Hardware addresses as docker reads them: <c>92:d0:c6:0a:29:33</c>, with dashes, or as <c>92d0.c60a.2933</c>.</summary>
internal static class MacText
{
    private static readonly Regex Shape = new(
        @"\A([0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|[0-9a-f]{4}(\.[0-9a-f]{4}){2})\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <returns>The address in small letters with colons; null where the text is none.</returns>
    public static string? Parse(string text)
    {
        if (!Shape.IsMatch(text))
        {
            return null;
        }

        var digits = text.Replace(":", "").Replace("-", "").Replace(".", "").ToLowerInvariant();
        return string.Join(":", digits.Substring(0, 2), digits.Substring(2, 2), digits.Substring(4, 2), digits.Substring(6, 2), digits.Substring(8, 2), digits.Substring(10, 2));
    }
}
