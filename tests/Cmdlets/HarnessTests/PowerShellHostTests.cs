using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Cmdlets.HarnessTests;

public sealed class PowerShellHostTests : IDisposable
{
    private const string Remover = """
        function Remove-Thing {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param($Name)
            if ($PSCmdlet.ShouldProcess($Name)) { "removed $Name" }
        }
        """;

    private readonly PowerShellHost _host = new(new PowerShellHostOptions { Module = null });

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Output_and_variables_pass_through()
    {
        var outcome = _host.Invoke("$a + 1; 'text'; $null", ("a", 41));

        Assert.Equal([42, "text", null], outcome.AssertSucceeded().Output.Select(item => item?.BaseObject));
        Assert.Equal(["42", "text", ""], outcome.Texts());
        Assert.Equal(7, _host.Invoke("7").Single<int>());
    }

    [Fact]
    public void Errors_are_recorded_in_order_with_their_ids()
    {
        var outcome = _host.Invoke("""
            function Fail { [CmdletBinding()] param($Id)
                $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Exception]::new("no $Id"), $Id, 'NotSpecified', 'target')) }
            Fail First; 'between'; Fail Second; throw 'the end'; 'never'
            """);

        Assert.Equal(["First", "Second", "the end"], outcome.ErrorIds);
        Assert.Equal(["between"], outcome.Texts());
        Assert.Equal("no First", outcome.Errors[0].Exception.Message);
        Assert.Equal("target", outcome.Errors[0].TargetObject);
        Assert.Equal("the end", outcome.Terminating?.Exception.Message);
        Assert.ThrowsAny<Exception>(outcome.AssertSucceeded);
        Assert.Equal("no Only", _host.Invoke("Fail Only").AssertError("Only").Exception.Message);
    }

    [Fact]
    public void Streams_are_recorded()
    {
        var outcome = _host.Invoke("""
            function Speak { [CmdletBinding()] param()
                $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteDebug('d')
                $PSCmdlet.WriteInformation([Management.Automation.HostInformationMessage]@{ Message = 'to the host' }, @('PSHOST', 'StdErr'))
                $PSCmdlet.WriteInformation('quiet', @('x'))
                $PSCmdlet.WriteProgress([Management.Automation.ProgressRecord]::new(3, 'Pulling', 'layer')) }
            $DebugPreference = 'Continue'; Speak -Verbose
            """).AssertSucceeded();

        Assert.Equal(["w"], outcome.Warnings);
        Assert.Equal(["v"], outcome.Verbose);
        Assert.Equal(["d"], outcome.Debug);
        Assert.Equal([["PSHOST", "StdErr"], ["x"]], outcome.Information.Select(record => record.Tags));
        Assert.Equal(("Pulling", "layer"), (outcome.Progress[0].Activity, outcome.Progress[0].StatusDescription));
        Assert.Equal(["WARNING: w", "VERBOSE: v", "DEBUG: d", "to the host"], outcome.HostLines);
    }

    [Fact]
    public void Confirmation_is_answered_from_the_queue_and_recorded()
    {
        _host.Invoke(Remover).AssertSucceeded();
        _host.Answer("Yes", "No");

        var outcome = _host.Invoke("Remove-Thing one; Remove-Thing two").AssertSucceeded();

        Assert.Equal(["removed one"], outcome.Texts());
        Assert.Equal(2, outcome.Prompts.Count);
        Assert.Contains("\"one\"", outcome.Prompts[0].Message, StringComparison.Ordinal);
        Assert.Equal(["Yes", "Yes to All", "No", "No to All", "Suspend"], outcome.Prompts[0].Choices);
    }

    [Fact]
    public void Question_that_nobody_expects_fails()
    {
        _host.Invoke(Remover).AssertSucceeded();

        var outcome = _host.Invoke("Remove-Thing one");

        Assert.Empty(outcome.Output);
        Assert.Single(outcome.Prompts);
        Assert.Contains("did not expect", outcome.Terminating?.Exception.Message ?? outcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_keeps_to_the_width()
    {
        const string Script = "[pscustomobject]@{ A = 'x' * 60; B = 'y' * 60; C = 'z' * 60 } | Format-Table";

        foreach (var width in new[] { 80, 120 })
        {
            _host.Width = width;
            var lines = _host.Render(Script);
            Assert.InRange(lines.Max(line => line.Length), width - 5, width);
            Assert.Contains(lines, line => line.StartsWith("xxx", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains('\e', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Rendering_shows_errors_at_their_place()
    {
        var lines = _host.Render("'before'; Get-Item /nowhere/at/all; 'after'");

        Assert.Equal("before", lines[0]);
        Assert.Contains(lines, line => line.Contains("/nowhere/at/all", StringComparison.Ordinal));
        Assert.Equal("after", lines[^1]);
    }

    [Fact]
    public void Stop_ends_what_runs_and_measures_it()
    {
        using var running = _host.BeginInvoke("1; while ($true) { Start-Sleep -Milliseconds 20 }");
        running.WaitForOutput();

        var time = running.Stop();

        Assert.True(time < TimeSpan.FromSeconds(2), $"{time}");
        Assert.True(running.End().WasStopped);
        Assert.Equal(2, _host.Invoke("2").Single<int>());
    }

    [Fact]
    public void Language_mode_is_the_one_asked_for()
    {
        using var constrained = new PowerShellHost(new PowerShellHostOptions { Module = null, LanguageMode = PSLanguageMode.ConstrainedLanguage });

        Assert.Equal("ConstrainedLanguage", constrained.Invoke("$ExecutionContext.SessionState.LanguageMode").Texts().Single());
        Assert.Single(constrained.Invoke("[IO.File]::Exists('/')").Errors);
    }

    [Fact]
    public void Engine_is_the_default_of_every_engine_parameter()
    {
        using var host = new PowerShellHost(new PowerShellHostOptions { Module = null, Engine = "unix:///some.sock" });

        Assert.Equal("unix:///some.sock", host.Invoke("function Get-It { [CmdletBinding()] param($Engine) $Engine }; Get-It").Single<string>());
    }

    [Fact]
    public void Module_that_cannot_be_imported_says_why()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new PowerShellHost(new PowerShellHostOptions { Module = "/nowhere/Nothing.psd1" }));

        Assert.Contains("/nowhere/Nothing.psd1", failure.Message, StringComparison.Ordinal);
    }
}
