using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>The examples of the pages: such that a user could type them.</summary>
public sealed partial class HelpExampleTests : IDisposable
{
    private readonly PowerShellHost _host = new();
    private readonly List<string> _wrong = [];
    private readonly HashSet<string> _cmdlets;

    public HelpExampleTests() => _cmdlets =
        [.. _host.Invoke("Get-Command -Module DockerPS").AssertSucceeded().Objects<CmdletInfo>().Select(cmdlet => cmdlet.Name)];

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Each_cmdlet_has_three_examples_and_the_help_file_has_the_same()
    {
        var file = HelpFile.Read();
        foreach (var name in _cmdlets)
        {
            var page = HelpPage.Read(name).Examples;
            Check(page.Count >= 3, $"{name} has {page.Count} examples");
            Check(page.All(example => example.Code.Length > 0 && example.Said.Length > 0), $"{name}: an example is code in a fence, then what it does");
            Check(page.Any(example => example.Code.Contains(name, StringComparison.OrdinalIgnoreCase)), $"{name}: no example has it");
            var known = file.Examples(name).Select(Plain);
            Check(page.Select(Plain).SequenceEqual(known), $"{name}: the help file has other examples");
        }

        AssertNothingWrong();
    }

    [Fact]
    public void Each_example_parses_and_its_parameters_bind()
    {
        // The binder looks commands up in the thread's own runspace.
        var before = Runspace.DefaultRunspace;
        Runspace.DefaultRunspace = _host.Runspace;
        try
        {
            foreach (var name in _cmdlets)
            {
                foreach (var example in HelpPage.Read(name).Examples)
                {
                    CheckCode($"{name}, {example.Title}", example.Code);
                }
            }
        }
        finally
        {
            Runspace.DefaultRunspace = before;
        }

        AssertNothingWrong();
    }

    [Fact]
    public void Links_lead_to_pages_that_are_there()
    {
        foreach (var name in _cmdlets)
        {
            var links = HelpPage.Read(name).Links;
            Check(links.Any(link => link.StartsWith("https://", StringComparison.Ordinal)), $"{name}: no link to docker's own page");
            foreach (var link in links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)))
            {
                Check(File.Exists(Path.Combine(HelpPage.Folder, link.Split('#')[0])), $"{name}: {link}");
            }
        }

        AssertNothingWrong();
    }

    private void CheckCode(string where, string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Check(errors.Length == 0, $"{where}: {string.Join(' ', errors.Select(error => error.Message))}");
        foreach (var command in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            var name = command.GetCommandName() ?? "";
            if (!Own().IsMatch(name))
            {
                continue;
            }

            if (!_cmdlets.Contains(name))
            {
                Check(false, $"{where}: there is no {name}");
                continue;
            }

            // What a splatted table holds is known when it runs.
            if (command.CommandElements.OfType<VariableExpressionAst>().Any(variable => variable.Splatted))
            {
                continue;
            }

            var bound = StaticParameterBinder.BindCommand(command, resolve: true);
            foreach (var (parameter, failure) in bound.BindingExceptions)
            {
                Check(false, $"{where}: {command.Extent.Text}: {parameter}: {failure.BindingException.Message}");
            }
        }
    }

    private static (string, string, string) Plain(HelpExample example) =>
        (example.Title, example.Code.Replace("\r", "", StringComparison.Ordinal), CodeDocumentation.Plain(example.Said));

    private void Check(bool holds, string what)
    {
        if (!holds)
        {
            _wrong.Add(what);
        }
    }

    private void AssertNothingWrong() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Take(30)));

    [GeneratedRegex("^[A-Z][A-Za-z]+-(?:Container|Docker|Compose)", RegexOptions.NonBacktracking)]
    private static partial Regex Own();
}
