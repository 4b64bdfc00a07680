using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>The images that a Dockerfile begins with or copies from, as far as its text tells them.</summary>
internal static class BaseImages
{
    private static readonly Regex s_variable = new(
        @"\$(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<kind>:?[-+])(?<word>[^}]*))?\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>Finds them. A name that depends on what only the builder knows is left out.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="arguments">Values for its arguments.</param>
    public static IReadOnlyList<ImageReference> Of(Dockerfile dockerfile, IReadOnlyDictionary<string, string?>? arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" };
        var images = new List<ImageReference>();
        foreach (var instruction in dockerfile.Instructions)
        {
            switch (instruction.Keyword)
            {
                case "ARG" when stages.Count == 1 && images.Count == 0:
                    Declare(instruction.Arguments, values, arguments);
                    break;
                case "FROM":
                    var words = instruction.Arguments.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                    Add(words.FirstOrDefault() ?? "");
                    if (words.Length == 3)
                    {
                        stages.Add(words[2]);
                    }

                    break;
                case "COPY" when instruction.Flag("--from") is { Length: > 0 } from && !from.All(char.IsDigit):
                    Add(from);
                    break;
            }
        }

        return images;

        void Add(string name)
        {
            name = Expand(name, values);
            if (!stages.Contains(name) && name.IndexOf('$') < 0 && ImageReference.TryParse(name, out var image) && !image.IsId && !images.Contains(image.WithDefaultTag()))
            {
                images.Add(image.WithDefaultTag());
            }
        }
    }

    private static void Declare(string text, Dictionary<string, string> values, IReadOnlyDictionary<string, string?>? arguments)
    {
        var equals = text.IndexOf('=');
        var name = (equals < 0 ? text : text.Substring(0, equals)).Trim();
        if (arguments is not null && arguments.TryGetValue(name, out var given) && given is not null)
        {
            values[name] = given;
        }
        else if (equals >= 0)
        {
            values[name] = Expand(text.Substring(equals + 1).Trim().Trim('"', '\''), values);
        }
    }

    private static string Expand(string text, Dictionary<string, string> values) => s_variable.Replace(text, match =>
    {
        var value = values.TryGetValue(match.Groups["name"].Value, out var known) ? known : null;
        var word = match.Groups["word"].Value;
        var isSet = match.Groups["kind"].Value is [':', ..] ? !string.IsNullOrEmpty(value) : value is not null;
        return match.Groups["kind"].Value.TrimStart(':') switch
        {
            "-" => isSet ? value! : word,
            "+" => isSet ? word : "",
            _ => value ?? match.Value,
        };
    });
}
