using System;
using System.Text;
using System.Text.Json;

namespace DockerPS.Containers;

/// <summary>Seccomp profiles travel inside a security option: the engine keeps them, so white space between their parts is not sent.</summary>
internal static class SeccompProfile
{
    private const string Key = "seccomp=";

    /// <summary>A security option, its profile compacted where it is one.</summary>
    /// <exception cref="DockerException">The profile is not JSON.</exception>
    public static string Compacted(string option)
    {
        if (!option.StartsWith(Key, StringComparison.Ordinal) || option.Substring(Key.Length) is "unconfined" or "builtin")
        {
            return option;
        }

        var profile = option.Substring(Key.Length);
        try
        {
            using var checkedFirst = JsonDocument.Parse(profile);
        }
        catch (JsonException failure)
        {
            throw new DockerException(DockerError.InvalidArgument, $"-SecurityOpt: the seccomp profile is not JSON: {failure.Message}", failure);
        }

        return Key + WithoutSpace(profile);
    }

    // By hand: a JSON writer would change how letters are escaped, and the engine shows the text as it got it.
    private static string WithoutSpace(string json)
    {
        var compact = new StringBuilder(json.Length);
        var quoted = false;
        for (var at = 0; at < json.Length; at++)
        {
            var letter = json[at];
            if (quoted && letter == '\\')
            {
                compact.Append(letter).Append(json[++at]);
                continue;
            }

            quoted ^= letter == '"';
            if (quoted || letter is not (' ' or '\t' or '\r' or '\n'))
            {
                compact.Append(letter);
            }
        }

        return compact.ToString();
    }
}
