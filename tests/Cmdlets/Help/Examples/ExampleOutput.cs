using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace DockerPS.Tests.Cmdlets.Help.Examples;

/// <summary>What an example is to give, by its page.</summary>
internal static partial class ExampleOutput
{
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase) { "Where-Object", "Sort-Object" };

    private static readonly HashSet<string> Taking = new(StringComparer.OrdinalIgnoreCase) { "Out-Null", "Set-Content", "Export-Csv" };

    /// <summary>The types that the pages name of all cmdlets whose output comes out; null where other things than our cmdlets stand at an end.</summary>
    public static IReadOnlySet<string>? Types(string code)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in Parser.ParseInput(code, out _, out _).EndBlock.Statements.Where(statement => statement is not AssignmentStatementAst))
        {
            var commands = (statement as PipelineAst)?.PipelineElements.Select(element => (element as CommandAst)?.GetCommandName() ?? "").Reverse().SkipWhile(Passing.Contains);
            if (commands?.FirstOrDefault() is not { Length: > 0 } last)
            {
                return null;
            }

            if (Taking.Contains(last))
            {
                continue;
            }

            if (!File.Exists(Path.Combine(HelpPage.Folder, last + ".md")))
            {
                return null;
            }

            types.UnionWith(HelpPage.Read(last).Outputs.Select(output => output.Title));
        }

        return types;
    }

    public static bool SaysNothing(HelpExample example) => Nothing().IsMatch(example.Said);

    /// <summary>That something comes; a choice may leave nothing.</summary>
    public static bool SaysSomething(HelpExample example) =>
        Something().IsMatch(example.Said) && !SaysNothing(example) && !Trying().IsMatch(example.Code);

    [GeneratedRegex("Returns nothing|Nothing is (?:returned|written)", RegexOptions.NonBacktracking)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(?:Returns|Lists) |[Rr]eturns (?:it|the|that|them|each|all|an?) ", RegexOptions.NonBacktracking)]
    private static partial Regex Something();

    [GeneratedRegex("Where-Object|-WhatIf", RegexOptions.NonBacktracking)]
    private static partial Regex Trying();
}
