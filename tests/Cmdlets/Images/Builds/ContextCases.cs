using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>Contexts that docker's rules are tried on.</summary>
internal static class ContextCases
{
    private static readonly string[] s_tree =
    [
        "a.log", "a.md", "README.md", "bin/x", "bin/keep/y", "bin/keep/z.log", "src/a.log", "src/a.cs", "src/deep/b.log", "src/deep/b.cs", "src/deep/er/c.log", "node_modules/p/i.js",
        "src/node_modules/q/i.js", "#hash", "sp ace", "br[a]", "st*ar", ".hidden", ".git/config", "empty/", "src/none/",
    ];

    // Not here: a rule for a folder after an exception for a file in it ("src, !src/deep/er/c.log, src/deep/er"), which docker 20.10, 28.5 and BuildKit each take in another way.
    private static readonly string?[] s_rules =
    [
        null, "# only a comment\n", "/a.log", "a.log/", "*.log", "*/*.log", "**/*.log", "src/", "src/*", "src/**", "src/**/*.log", "**/node_modules",
        "*.md\n!README.md", "!README.md\n*.md", "bin\n!bin/keep", "bin/**\n!bin/keep/y", "src\n!src/deep/er", "**/*.log\n!src/deep/*.log",
        "**/deep\n!**/er", " a.log \n\n  src/a.cs\t", "\\#hash", "#hash", "sp ace", "br[[]a]", "st\\*ar", "st*", "?.log", "[a-c].md", "[^a].md", "src/../a.log", "../x", "**/.*", "empty", "**/none",
        "a.log\r\nsrc\r\n", "\uFEFFa.log", "**/b.*\n!**/b.cs", ".dockerignore", "bin\nsrc\n!src/deep\nsrc/deep/b.log", "**src", "src**",
    ];

    private static readonly ContextCase[] s_special =
    [
        new("modes", null, "run =755", "secret =600", "all =777", "only =444", "set =4755", "folder/", "folder/ =700", "folder/in =640"),
        new("links", "target", "target", "to -> target", "away -> /nowhere/at all", "up -> ../../x", "folder/x", "tofolder -> folder", "folder/back -> ..", "self -> self"),
        new("names", null, "ünï/cödé", "日本", "with space/and more", "quote'\"", "back\\slash", "-dash", "new\nline", "tab\t", new string('n', 200), new string('d', 90) + "/" + new string('e', 90) + "/" + new string('f', 90), "long -> " + new string('t', 300)),
        new("deep", "**/x", string.Join('/', Enumerable.Repeat("d", 60)) + "/x", string.Join('/', Enumerable.Repeat("d", 60)) + "/y"),
        new("ignored-folder", "f\n!f/in", "f/", "f/ =711", "f/in =600", "f/out", "g/ =700"),
        new("many", "*5", [.. Enumerable.Range(0, 300).Select(number => "file" + number)]),
    ];

    /// <summary>Those whose Dockerfile the rules leave.</summary>
    public static IReadOnlyList<ContextCase> All { get; } =
        [.. s_rules.Select((rules, number) => new ContextCase($"rules{number:00}", rules, s_tree)), .. s_special];

    /// <summary>Those whose Dockerfile is ignored: the classic builder takes it away after it has read it.</summary>
    public static IReadOnlyList<ContextCase> WithoutDockerfile { get; } =
    [
        new("none", "*", s_tree),
        new("one", "*\n!src", s_tree),
        new("itself", "Dockerfile", s_tree),
        new("both", "Dockerfile\n.dockerignore", s_tree),
        new("stars", "**\n!src/deep", s_tree),
        new("wild", "*\n!src/**/*.cs", s_tree),
    ];
}
