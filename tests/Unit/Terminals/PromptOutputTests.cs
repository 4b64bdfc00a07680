using System.Management.Automation.Language;
using DockerPS.Terminals;
using Xunit;

namespace DockerPS.Tests.Unit.Terminals;

public sealed class PromptOutputTests
{
    private const string Command = "Measure-Container -Follow";

    [Theory]
    [InlineData("Measure-Container -Follow")]
    [InlineData("  Measure-Container -Follow # watch")]
    [InlineData("Get-Container web | Measure-Container -Follow")]
    [InlineData("cd /; Measure-Container -Follow; 'done'")]
    [InlineData("$x = 1\nMeasure-Container -Follow")]
    public void A_statement_by_itself_goes_to_the_screen(string script) => Assert.True(IsStatement(script));

    [Theory]
    [InlineData("$x = Measure-Container -Follow")]
    [InlineData("$x =\nMeasure-Container -Follow")]
    [InlineData("$null = Get-Container | Measure-Container -Follow")]
    [InlineData("Measure-Container -Follow | Select-Object -First 1")]
    [InlineData("Measure-Container -Follow > file")]
    [InlineData("Measure-Container -Follow 2> file")]
    [InlineData("(Measure-Container -Follow)")]
    [InlineData("\"$(Measure-Container -Follow)\"")]
    [InlineData("@(Measure-Container -Follow).Count")]
    [InlineData("& { Measure-Container -Follow }")]
    [InlineData("& {\nMeasure-Container -Follow\n} | Out-Null")]
    [InlineData("1 | ForEach-Object -Parallel { Measure-Container -Follow }")]
    [InlineData("if ($true) { Measure-Container -Follow }")]
    [InlineData("function f { Measure-Container -Follow }")]
    public void What_somebody_may_take_does_not(string script) => Assert.False(IsStatement(script));

    [Fact]
    public void Another_place_of_the_script_is_another_command() => Assert.False(PromptOutput.IsStatement("$x = 1\n" + Command, 1, 1));

    private static bool IsStatement(string script)
    {
        var place = Parser.ParseInput(script, out _, out _).Find(node => node is CommandAst command && command.GetCommandName() == "Measure-Container", searchNestedScriptBlocks: true).Extent;
        return PromptOutput.IsStatement(script, place.StartLineNumber, place.StartColumnNumber);
    }
}
