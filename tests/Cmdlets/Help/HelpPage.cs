using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>A page of docs, by its sections.</summary>
internal sealed partial class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string text) =>
        _sections = Parts("## ", text).ToDictionary(part => part.Title, part => part.Text, StringComparer.Ordinal);

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs");

    public string Synopsis => this["SYNOPSIS"];

    public string Description => this["DESCRIPTION"];

    public string Notes => this["NOTES"];

    /// <summary>The syntax of each parameter set.</summary>
    public IReadOnlyList<(string Title, string Text)> Syntax => Parts("### ", this["SYNTAX"]);

    public IReadOnlyList<(string Title, string Text)> Inputs => Parts("### ", this["INPUTS"]);

    public IReadOnlyList<(string Title, string Text)> Outputs => Parts("### ", this["OUTPUTS"]);

    public IReadOnlyList<string> Links => [.. Link().Matches(this["RELATED LINKS"]).Select(match => match.Groups["target"].Value)];

    public IReadOnlyList<HelpExample> Examples =>
    [
        .. Parts("### ", this["EXAMPLES"]).Select(part => Fenced().Match(part.Text) is { Success: true } match
            ? new HelpExample(part.Title, match.Groups["code"].Value, match.Groups["said"].Value)
            : new HelpExample(part.Title, "", part.Text)),
    ];

    /// <summary>The parameters: name, text, and the lines of what is said of it in YAML.</summary>
    public IReadOnlyDictionary<string, (string Text, string[] Facts)> Parameters =>
        Parts("### -", this["PARAMETERS"]).ToDictionary(
            part => part.Title,
            part => (part.Text.Split("```yaml")[0].Trim(), part.Text.Split("```yaml")[1].Split("```")[0].Trim().Split('\n')),
            StringComparer.Ordinal);

    private string this[string section] => _sections.TryGetValue(section, out var text) ? text : throw new InvalidDataException($"There is no section {section}.");

    public static HelpPage Read(string cmdlet) => new(File.ReadAllText(Path.Combine(Folder, cmdlet + ".md")));

    // A fence's own lines are no headings.
    private static List<(string Title, string Text)> Parts(string mark, string text)
    {
        var parts = new List<(string Title, string Text)>();
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!fenced && line.StartsWith(mark, StringComparison.Ordinal))
            {
                parts.Add((line[mark.Length..].Trim(), ""));
            }
            else if (!fenced && parts.Count > 0 && line.StartsWith("### ", StringComparison.Ordinal) && mark == "### -")
            {
                break;
            }
            else if (parts.Count > 0)
            {
                parts[^1] = (parts[^1].Title, parts[^1].Text + line + "\n");
            }
        }

        return [.. parts.Select(part => (part.Title, part.Text.Trim()))];
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```powershell\n(?<code>.+?)\n```\s+(?<said>\S.*)$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fenced();
}
