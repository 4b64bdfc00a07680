using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>The images that a Dockerfile begins with or copies from, as far as its text tells them.</summary>
internal static class BaseImages
{
    private const string Mount = "--mount=";
    private const string From = "from=";
    private const string Nothing = "scratch";

    private static readonly char[] s_space = [' ', '\t'];

    private static readonly Regex s_variable = new(
        @"\$(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<kind>:?[-+])(?<word>[^}]*))?\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>Finds all of them. A name that depends on what only the builder knows is left out.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="arguments">Values for its arguments.</param>
    public static IReadOnlyList<BaseImage> Of(Dockerfile dockerfile, IReadOnlyDictionary<string, string?>? arguments)
    {
        var stages = Stages(dockerfile, arguments);
        return Images(stages.SelectMany((stage, index) => stage.Sources.Where(source => StageOf(source.Name, stages, index) is null)));
    }

    /// <summary>Finds those that a stage needs, the image that reads the Dockerfile among them: BuildKit asks for no others.</summary>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="arguments">Values for its arguments.</param>
    /// <param name="target">The stage's name or number; null for the last.</param>
    public static IReadOnlyList<BaseImage> Needed(Dockerfile dockerfile, IReadOnlyDictionary<string, string?>? arguments, string? target)
    {
        var stages = Stages(dockerfile, arguments);
        var first = target is null ? stages.Count - 1 : StageOf(target, stages, stages.Count) ?? -1;
        var needed = new SortedSet<int>();
        for (var waiting = new Stack<int>(first >= 0 ? [first] : []); waiting.Count > 0;)
        {
            var index = waiting.Pop();
            if (needed.Add(index))
            {
                foreach (var other in stages[index].Sources.Select(source => StageOf(source.Name, stages, index)).OfType<int>())
                {
                    waiting.Push(other);
                }
            }
        }

        var syntax = dockerfile.Syntax is { } reader ? [(reader, null)] : Array.Empty<(string Name, string? Platform)>();
        return Images(syntax.Concat(needed.SelectMany(index => stages[index].Sources.Where(source => StageOf(source.Name, stages, index) is null))));
    }

    private static List<Stage> Stages(Dockerfile dockerfile, IReadOnlyDictionary<string, string?>? arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var stages = new List<Stage>();
        foreach (var instruction in dockerfile.Instructions)
        {
            switch (instruction.Keyword)
            {
                case "ARG" when stages.Count == 0:
                    Declare(instruction.Arguments, values, arguments);
                    break;
                case "FROM":
                    var words = instruction.Arguments.Split(s_space, StringSplitOptions.RemoveEmptyEntries);
                    var platform = Expand(instruction.Flag("--platform") ?? "", values);
                    stages.Add(new Stage(words.Length == 3 ? words[2] : ""));
                    Add(words.FirstOrDefault() ?? "", platform.Length > 0 && platform.IndexOf('$') < 0 ? platform : null);
                    break;
                case "COPY":
                    Add(instruction.Flag("--from") ?? "", platform: null);
                    break;
                case "RUN":
                    foreach (var mounted in instruction.Flags.SelectMany(MountedFrom))
                    {
                        Add(mounted, platform: null);
                    }

                    break;
            }
        }

        return stages;

        void Add(string name, string? platform)
        {
            if (stages.Count > 0 && name.Length > 0)
            {
                stages[stages.Count - 1].Sources.Add((Expand(name, values), platform));
            }
        }
    }

    private static List<BaseImage> Images(IEnumerable<(string Name, string? Platform)> sources)
    {
        var images = new List<BaseImage>();
        foreach (var (name, platform) in sources)
        {
            if (name != Nothing && name.IndexOf('$') < 0 && !name.All(char.IsDigit) && ImageReference.TryParse(name, out var image) && !image.IsId
                && new BaseImage(image.WithDefaultTag(), platform) is var found && !images.Contains(found))
            {
                images.Add(found);
            }
        }

        return images;
    }

    /// <summary>The last stage before another that has the name or the number; null where there is none, and the name is an image's.</summary>
    private static int? StageOf(string name, List<Stage> stages, int before)
    {
        var named = before > 0 ? stages.FindLastIndex(before - 1, stage => string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase)) : -1;
        return named >= 0 ? named : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < before ? number : null;
    }

    /// <summary>The images or stages that a flag <c>--mount=type=bind,from=image,target=/x</c> names.</summary>
    private static IEnumerable<string> MountedFrom(string flag) => flag.StartsWith(Mount, StringComparison.Ordinal)
        ? flag.Substring(Mount.Length).Split(',').Where(field => field.StartsWith(From, StringComparison.Ordinal)).Select(field => field.Substring(From.Length))
        : [];

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

    /// <summary>A stage: its name, empty where it has none, and what it begins with and copies from.</summary>
    private sealed record Stage(string Name)
    {
        public List<(string Name, string? Platform)> Sources { get; } = [];
    }
}
