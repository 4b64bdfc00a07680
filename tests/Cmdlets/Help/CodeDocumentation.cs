using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>The documentation comments of the built module, as plain text with single spaces.</summary>
internal sealed partial class CodeDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private CodeDocumentation(XDocument document) =>
        _members = document.Root!.Element("members")!.Elements("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    public static CodeDocumentation Read()
    {
        // .../tests/Cmdlets/bin/Debug/net10.0/: the configuration that these tests were built in.
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        return new CodeDocumentation(XDocument.Load(Path.Combine(Repository.Root, "src", "DockerPS", "obj", configuration, "DockerPS.xml"), LoadOptions.PreserveWhitespace));
    }

    public string Summary(Type type) => Text(_members.GetValueOrDefault($"T:{type.FullName}")?.Element("summary"));

    /// <summary>Summary and remarks.</summary>
    public string Description(Type type)
    {
        var member = _members.GetValueOrDefault($"T:{type.FullName}");
        return string.Join(' ', new[] { Text(member?.Element("summary")), Text(member?.Element("remarks")) }.Where(text => text.Length > 0));
    }

    /// <summary>What stands on a property, or on the one that it overrides.</summary>
    public string Property(Type type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Text(_members.GetValueOrDefault($"P:{at.FullName}.{name}")?.Element("summary")) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>One space between words, and no marks of code.</summary>
    public static string Plain(string text) => Space().Replace(text.Replace("`", "", StringComparison.Ordinal), " ").Trim();

    private static string Text(XElement? element) => element is null ? "" : Plain(string.Concat(element.DescendantNodes().Select(Text)));

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => Reference((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? ""),
        XElement { Name.LocalName: "paramref" } parameter => (string)parameter.Attribute("name")!,
        XElement { Name.LocalName: "para" } => " ",
        _ => "",
    };

    private static string Reference(string cref) => cref.Split('(')[0].Split('.', ':')[^1];

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
