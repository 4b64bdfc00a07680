using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>The committed help against the built module. What fails here is mended by <c>build.ps1 help</c>.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly PowerShellHost _host = new();
    private readonly List<string> _wrong = [];
    private readonly List<CmdletFacts> _cmdlets;
    private readonly CodeDocumentation _code = CodeDocumentation.Read();
    private readonly HelpFile _file = HelpFile.Read();

    public HelpTests() => _cmdlets =
        [.. _host.Invoke("Get-Command -Module DockerPS").AssertSucceeded().Objects<CmdletInfo>().Select(cmdlet => new CmdletFacts(cmdlet))];

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Each_cmdlet_has_a_page_and_a_place_in_the_help_file_and_nothing_else_has()
    {
        var names = _cmdlets.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(names, _file.Names.Order(StringComparer.Ordinal));
        Assert.Equal(names, Directory.GetFiles(HelpPage.Folder, "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => char.IsUpper(name[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_cmdlet_does_is_said_as_in_the_code()
    {
        foreach (var cmdlet in _cmdlets)
        {
            var page = HelpPage.Read(cmdlet.Name);
            Same(_code.Description(cmdlet.Type), page.Description, cmdlet.Name);
            Same(_code.Description(cmdlet.Type), _file.Description(cmdlet.Name), cmdlet.Name);
            Same(page.Synopsis, _file.Synopsis(cmdlet.Name), cmdlet.Name);
            Same(page.Notes, _file.Notes(cmdlet.Name), cmdlet.Name);
            Check(page.Synopsis.Length > 0 && _code.Summary(cmdlet.Type).StartsWith(CodeDocumentation.Plain(page.Synopsis), StringComparison.Ordinal), $"{cmdlet.Name}: synopsis");
        }

        AssertNothingWrong();
    }

    [Fact]
    public void Each_parameter_is_described_as_it_is()
    {
        foreach (var cmdlet in _cmdlets)
        {
            var page = HelpPage.Read(cmdlet.Name).Parameters;
            var file = _file.Parameters(cmdlet.Name);
            Same(Sorted(cmdlet.Parameters.Select(parameter => parameter.Name)), Sorted(page.Keys), cmdlet.Name);
            Same(Sorted(cmdlet.Parameters.Select(parameter => parameter.Name)), Sorted(file.Keys), cmdlet.Name);
            foreach (var parameter in cmdlet.Parameters.Where(parameter => page.ContainsKey(parameter.Name) && file.ContainsKey(parameter.Name)))
            {
                CheckParameter(cmdlet, parameter, page[parameter.Name], file[parameter.Name]);
            }
        }

        AssertNothingWrong();
    }

    [Fact]
    public void Parameter_sets_are_those_of_the_cmdlet()
    {
        foreach (var cmdlet in _cmdlets)
        {
            var file = _file.Syntax(cmdlet.Name);
            Same(
                Sorted(cmdlet.Sets.Select(set => set.Name + (set.IsDefault && set.Name != "__AllParameterSets" ? " (Default)" : ""))),
                Sorted(HelpPage.Read(cmdlet.Name).Syntax.Select(syntax => syntax.Title)),
                cmdlet.Name);
            Same(Sorted(cmdlet.Sets.Select(set => Sets(cmdlet, set))), Sorted(file.Select(set => Sorted(set.Select(Described)))), cmdlet.Name);
        }

        AssertNothingWrong();
    }

    [Fact]
    public void Inputs_and_outputs_are_those_of_the_cmdlet()
    {
        foreach (var cmdlet in _cmdlets)
        {
            var page = HelpPage.Read(cmdlet.Name);
            Same(Sorted(cmdlet.Outputs), Sorted(page.Outputs.Select(output => output.Title)), cmdlet.Name);
            Same(Sorted(cmdlet.Outputs), Sorted(_file.Outputs(cmdlet.Name)), cmdlet.Name);
            var piped = cmdlet.Sets.SelectMany(cmdlet.ParametersOf).Where(parameter => parameter.ValueFromPipeline).Select(parameter => parameter.ParameterType.ToString()).Distinct();
            Same(Sorted(piped), Sorted(page.Inputs.Select(input => input.Title)), cmdlet.Name);
        }

        AssertNothingWrong();
    }

    private void CheckParameter(CmdletFacts cmdlet, ParameterMetadata parameter, (string Text, string[] Facts) page, HelpParameter file)
    {
        var where = $"{cmdlet.Name} -{parameter.Name}";
        var text = parameter.Name is "WhatIf" or "Confirm" ? page.Text : _code.Property(cmdlet.Type, parameter.Name);
        Check(text.Length > 0, where);
        Same(text, page.Text, where);
        Same(text, file.Text, where);
        Same(parameter.ParameterType.ToString(), file.Type, where);
        Same(parameter.ParameterType.ToString(), Fact(page.Facts, "Type"), where);
        Same(cmdlet.Default(parameter), file.Default, where);
        Same(cmdlet.Default(parameter), Fact(page.Facts, "DefaultValue"), where);
        Same(Sorted(parameter.Aliases), Sorted(file.Aliases.Split(", ").Where(alias => alias != "none")), where);
        Same(Sorted(parameter.Aliases), Sorted(page.Facts.SkipWhile(line => !line.StartsWith("Aliases:", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim('\''))), where);
        Same(parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline) ? "true (ByValue)" : "false", file.PipelineInput, where);

        // A block a parameter set; one that is in all sets has one.
        var sets = string.Join('\n', page.Facts).Split("- Name: ").Skip(1).ToList();
        Same(
            Sorted(parameter.ParameterSets.Keys.Select(name => name == "__AllParameterSets" ? "(All)" : name)),
            Sorted(sets.Select(set => set.Split('\n')[0])),
            where);
        foreach (var set in sets)
        {
            var name = set.Split('\n')[0];
            if (parameter.ParameterSets.TryGetValue(name == "(All)" ? "__AllParameterSets" : name, out var facts))
            {
                var lines = set.Split('\n').Select(line => line.Trim()).ToArray();
                Same(facts.Position == int.MinValue ? "Named" : facts.Position.ToString(CultureInfo.InvariantCulture), Fact(lines, "Position"), where);
                Same(facts.IsMandatory.ToString(), Fact(lines, "IsRequired"), where, StringComparison.OrdinalIgnoreCase);
                Same(facts.ValueFromPipeline.ToString(), Fact(lines, "ValueFromPipeline"), where, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static string Sets(CmdletFacts cmdlet, CommandParameterSetInfo set) => Sorted(cmdlet.ParametersOf(set).Select(parameter =>
        $"{parameter.Name} {(parameter.IsMandatory ? "required" : "optional")} {(parameter.Position == int.MinValue ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture))}"));

    private static string Described(HelpParameter parameter) => $"{parameter.Name} {(parameter.Required ? "required" : "optional")} {parameter.Position}";

    private static string Fact(IEnumerable<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim().Trim('\'') ?? "";

    private static string Sorted(IEnumerable<string> items) => string.Join("; ", items.Order(StringComparer.Ordinal));

    private void Same(string expected, string actual, string where, StringComparison comparison = StringComparison.Ordinal) => Check(
        string.Equals(CodeDocumentation.Plain(expected), CodeDocumentation.Plain(actual), comparison), $"{where}: the module says '{expected}', the help '{actual}'");

    private void Check(bool holds, string what)
    {
        if (!holds)
        {
            _wrong.Add(what);
        }
    }

    private void AssertNothingWrong() => Assert.True(_wrong.Count == 0, $"build.ps1 help writes the help anew.\n{string.Join('\n', _wrong.Take(20))}");
}
