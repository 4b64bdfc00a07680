using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>What is taken for a container, and what never is.</summary>
public sealed class ReferenceTests(SharedEngines engines) : WaysTests(engines)
{
    [Theory]
    [EveryEngine("$job")]
    [EveryEngine("Get-Process -Id $PID")]
    [EveryEngine("[pscustomobject]@{ PSTypeName = 'DockerPS.ContainerNetwork'; Name = $name; Id = $id }")]
    [EveryEngine("[pscustomobject]@{ PSTypeName = 'Deserialized.DockerPS.ContainerNetwork'; Name = $name; ContainerId = $id }")]
    [EveryEngine("[pscustomobject]@{ PSTypeName = 'Selected.DockerPS.ContainerNetwork'; Name = $name }")]
    [EveryEngine("[pscustomobject]@{ PSTypeName = 'Deserialized.System.Diagnostics.Process'; Name = $name; Id = 1 }")]
    [EveryEngine("[pscustomobject]@{ Id = $id }")]
    [EveryEngine("[pscustomobject]@{ Name = ''; ContainerId = '' }")]
    [EveryEngine("@{ Name = $name }")]
    [EveryEngine("Get-ContainerImage busybox:test")]
    [EveryEngine("Get-Item /")]
    [EveryEngine("Get-Date")]
    [EveryEngine("$true")]
    [EveryEngine("''")]
    [EveryEngine("' '")]
    [EveryEngine("1.5")]
    public async Task Other_things_are_refused_and_nothing_goes(string version, string source)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine);
        using var job = new IdleJob(name);
        await using var proxy = FaultyProxy.Start(engine);
        var host = Session(new PowerShellHostOptions { Engine = proxy.Host });

        var outcome = host.Invoke($"{source} | Remove-Container -Force", ("name", name), ("id", id), ("job", job));

        Assert.Single(outcome.AllErrors);
        Assert.StartsWith("ParameterBinding", outcome.AllErrors.Single().Exception.GetType().Name, StringComparison.Ordinal);
        Assert.DoesNotContain(proxy.Requests, request => request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal([name], await LeftAsync(engine));
    }

    [Theory]
    [EveryEngine("[pscustomobject]@{ ContainerId = $id }")]
    [EveryEngine("[pscustomobject]@{ ContainerId = $id.Substring(0, 12); Name = 'whatever' }")]
    [EveryEngine("[pscustomobject]@{ Name = $name }")]
    [EveryEngine("[pscustomobject]@{ Name = $name; Engine = $engine }")]
    [EveryEngine("[pscustomobject]@{ ContainerId = $id; Engine = $engine; Other = 1 }")]
    [EveryEngine("[pscustomobject]@{ Name = $name } | Select-Object Name")]
    [EveryEngine("Get-Container $name")]
    [EveryEngine("Get-ContainerDetail $name")]
    [EveryEngine("Get-Container $name | Select-Object Name, ContainerId")]
    [EveryEngine("Get-Container $name | Select-Object Name, State, Engine")]
    [EveryEngine("$name")]
    [EveryEngine("$id")]
    [EveryEngine("$id.Substring(0, 12)")]
    [EveryEngine("\"$($name.Substring(0, $name.Length - 1))?\"")]
    [EveryEngine("$name.ToUpperInvariant() + '*'")]
    public async Task What_names_a_container_is_taken(string version, string source)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine);
        var (other, _) = await ContainerAsync(engine, name: Names.Prefix + "-other");

        Session(engine).Invoke($"{source} | Remove-Container", ("name", name), ("id", id), ("engine", engine.Host)).AssertSucceeded();

        Assert.Equal([other], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Networks_of_the_docker_command_name_no_container(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        var networks = (await engine.CliAsync("network", "ls", "--format", "{{json .}}")).Output;

        var outcome = Session(engine).Invoke("$networks -split '\n' -ne '' | ConvertFrom-Json | Remove-Container -Force", ("networks", networks));

        Assert.True(outcome.Errors.Count >= (version == "podman" ? 1 : 3), outcome.ToString());
        Assert.All(outcome.ErrorIds, id => Assert.Equal("ContainerNotFound", id));
        Assert.Equal([name], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Name_in_a_custom_object_is_a_whole_name(string version)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine);
        var host = Session(engine);

        host.Invoke("[pscustomobject]@{ Name = '*' } | Remove-Container -Force").AssertError("ContainerNotFound");
        host.Invoke("[pscustomobject]@{ Name = $id.Substring(0, 12) } | Remove-Container -Force", ("id", id)).AssertError("ContainerNotFound");

        Assert.Equal([name], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Literal_names_are_case_sensitive(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);

        Session(engine).Invoke("Remove-Container $name", ("name", name.ToUpperInvariant())).AssertError("ContainerNotFound");

        Assert.Equal([name], await LeftAsync(engine));
    }

    [Theory]
    [EveryEngine("Remove-Container 12e4, 0123")]
    [EveryEngine("Stop-Container 12e4, 0123")]
    [EveryEngine("Get-Container 12e4, 0123")]
    [EveryEngine("Remove-Container 1.10, x")]
    [EveryEngine("$n = 12e4; Remove-Container $n")]
    public async Task Numbers_whose_text_is_lost_are_refused_with_a_hint(string version, string command)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = Session(new PowerShellHostOptions { Engine = proxy.Host }).Invoke(command);

        Assert.Contains("quote it", Assert.Single(outcome.AllErrors).Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(proxy.Requests);
    }

    [Theory, EveryEngine]
    public async Task Lone_number_may_begin_an_id_and_one_in_an_array_is_a_whole_name(string version)
    {
        var engine = await EngineAsync(version);
        var (id, digits) = await NumberedAsync(engine);
        var host = Session(engine);

        Assert.Equal(id, Id(host.Invoke($"Stop-Container {digits} -PassThru").AssertSucceeded()));
        Assert.Equal(id, Id(host.Invoke($"Stop-Container '{digits}' -PassThru").AssertSucceeded()));

        foreach (var command in (string[])[$"Stop-Container {digits}, x-{Names.Prefix}", $"{digits} | Stop-Container", $"Get-Container {digits}, x-{Names.Prefix}"])
        {
            var errors = host.Invoke(command).AllErrors.ToList();
            Assert.All(errors, error => Assert.StartsWith("ContainerNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
            Assert.Contains("quote it", errors[0].Exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory, EveryEngine]
    public async Task Number_in_an_array_finds_a_name(string version)
    {
        var engine = await EngineAsync(version);
        var number = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        await ContainerAsync(engine, name: number);
        var (name, _) = await ContainerAsync(engine);

        var outcome = Session(engine).Invoke($"Stop-Container {number}, {name} -PassThru");

        Assert.Equal([number, name], outcome.AssertSucceeded().Texts());
    }

    [Theory, EveryEngine]
    public async Task Ambiguous_beginning_of_an_id_changes_nothing(string version)
    {
        var engine = await EngineAsync(version);
        var made = await ContainersAsync(engine, 17);
        var digit = made.GroupBy(one => one.Id[0]).First(same => same.Count() > 1).Key;

        var error = Session(engine).Invoke("Remove-Container $digit", ("digit", digit.ToString())).AssertError("AmbiguousId");

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("more characters", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(17, (await LeftAsync(engine)).Length);
    }

    private async Task<(string Id, string Digits)> NumberedAsync(TestEngine engine)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var (_, id) = await ContainerAsync(engine);
            // Not a leading zero: PowerShell keeps what was typed of a lone 0123, which another test is about.
            var digits = new string([.. id.TakeWhile(char.IsAsciiDigit).Take(9)]);
            if (digits.Length >= 5 && digits[0] != '0')
            {
                return (id, digits);
            }

            await engine.Http.DeleteAsync($"/containers/{id}");
        }

        throw new InvalidOperationException("No id begins with digits.");
    }

    private static string Id(Outcome outcome) => (string)Assert.Single(outcome.Output).Properties["ContainerId"].Value;
}
