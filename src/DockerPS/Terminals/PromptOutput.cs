using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace DockerPS.Terminals;

/// <summary>
/// Whether what a command writes goes nowhere but to the screen: it was typed at the prompt of a console as the last of its pipeline, is assigned to nothing, and stands in no
/// script, function or block whose output somebody may take. Where that is not certain the answer is no.
/// </summary>
internal static class PromptOutput
{
    private static readonly string[] Takers = ["OutVariable", "OutBuffer", "PipelineVariable"];

    public static bool IsScreen(PSCmdlet command) =>
        IsConsole(command)
        && command.CommandOrigin == CommandOrigin.Runspace
        && !Takers.Any(command.MyInvocation.BoundParameters.ContainsKey)
        && command.InvokeCommand.GetCommand("Out-Default", CommandTypes.Alias | CommandTypes.Function | CommandTypes.Cmdlet) is CmdletInfo
        && TypedScript() is { } script
        && IsStatement(script, command.MyInvocation.ScriptLineNumber, command.MyInvocation.OffsetInLine);

    /// <summary>Whether the command at this place of a script is a statement by itself, the last of its pipeline, whose output is not redirected.</summary>
    public static bool IsStatement(string script, int line, int column)
    {
        var tree = Parser.ParseInput(script, out _, out _);
        return tree.EndBlock?.Statements.OfType<PipelineAst>().Any(IsOurs) == true;

        bool IsOurs(PipelineAst pipeline) => pipeline.PipelineElements[pipeline.PipelineElements.Count - 1] is CommandAst { Redirections.Count: 0 } last
            && last.Extent.StartLineNumber == line
            && last.Extent.StartColumnNumber == column;
    }

    private static bool IsConsole(PSCmdlet command) =>
        command.Host.Name == "ConsoleHost" && command.Host.UI is { SupportsVirtualTerminal: true } && !Console.IsOutputRedirected && command.Host.UI.RawUI is not null;

    // What was typed, if nothing that it called stands between.
    private static string? TypedScript() =>
        Runspace.DefaultRunspace?.Debugger?.GetCallStack().Take(2).ToList() is [{ ScriptName: null or "" } only] ? only.Position.StartScriptPosition.GetFullScript() : null;
}
