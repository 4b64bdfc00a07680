using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>The committed help file, which Get-Help reads.</summary>
internal sealed class HelpFile
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly Dictionary<string, XElement> _commands;

    private HelpFile(string path) => _commands = XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!.Elements(Command + "command")
        .ToDictionary(command => (string)command.Element(Command + "details")!.Element(Command + "name")!, StringComparer.Ordinal);

    public IEnumerable<string> Names => _commands.Keys;

    public static HelpFile Read() => new(Path.Combine(Repository.Root, "en-US", "DockerPS.dll-Help.xml"));

    public string Synopsis(string cmdlet) => Text(_commands[cmdlet].Element(Command + "details")!.Element(Maml + "description"));

    public string Description(string cmdlet) => Text(_commands[cmdlet].Element(Maml + "description"));

    public string Notes(string cmdlet) => Text(_commands[cmdlet].Element(Maml + "alertSet"));

    public IReadOnlyList<string> Outputs(string cmdlet) =>
        [.. _commands[cmdlet].Element(Command + "returnValues")!.Elements().Select(value => (string)value.Element(Dev + "type")!.Element(Maml + "name")!)];

    public IReadOnlyList<HelpExample> Examples(string cmdlet) =>
    [
        .. _commands[cmdlet].Element(Command + "examples")!.Elements().Select(example => new HelpExample(
            (string)example.Element(Maml + "title")!, (string)example.Element(Dev + "code")!, Text(example.Element(Dev + "remarks")))),
    ];

    /// <summary>The parameters of each parameter set, in the file's order.</summary>
    public IReadOnlyList<IReadOnlyList<HelpParameter>> Syntax(string cmdlet) =>
        [.. _commands[cmdlet].Element(Command + "syntax")!.Elements().Select(item => (IReadOnlyList<HelpParameter>)[.. item.Elements(Command + "parameter").Select(Parameter)])];

    public IReadOnlyDictionary<string, HelpParameter> Parameters(string cmdlet) =>
        _commands[cmdlet].Element(Command + "parameters")!.Elements().Select(Parameter).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    private static HelpParameter Parameter(XElement parameter) => new(
        (string)parameter.Element(Maml + "name")!,
        (string)parameter.Element(Dev + "type")!.Element(Maml + "name")!,
        Text(parameter.Element(Maml + "description")),
        (string)parameter.Element(Dev + "defaultValue")! ?? "",
        (bool)parameter.Attribute("required")!,
        (string)parameter.Attribute("position")!,
        (string)parameter.Attribute("pipelineInput")!,
        (string)parameter.Attribute("aliases")!);

    private static string Text(XElement? element) =>
        element is null ? "" : CodeDocumentation.Plain(string.Join(' ', element.DescendantsAndSelf(Maml + "para").Select(para => para.Value)));
}
