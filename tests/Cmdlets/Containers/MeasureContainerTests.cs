using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class MeasureContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task What_a_container_uses_is_measured_once_and_followed(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var busy = await RunWithAsync(engine, ["--cpus", "0.2", "--memory", "64m"], "sh", "-c", "while true; do :; done");
        var idle = await RunAsync(engine);

        var outcome = host.Invoke("Measure-Container $a, $b | ForEach-Object { $_.Container; $_.CpuPercent; $_.MemoryLimit; $_.MemoryUsage; $_.Processes }", ("a", busy), ("b", idle));

        var values = outcome.AssertSucceeded().Output.Select(value => value.BaseObject).ToList();
        Assert.Equal([busy, idle], new[] { values[0], values[5] });
        Assert.InRange((double)values[1], 5, 60);
        Assert.InRange((double)values[6], 0, 5);
        Assert.Equal(64L * 1024 * 1024, values[2]);
        Assert.InRange((long)values[3], 1, 64L * 1024 * 1024);
        Assert.Equal(1L, values[4]);

        Assert.Equal([busy, busy], host.Invoke("Measure-Container $a -Follow | Select-Object -First 2 | ForEach-Object ToString", ("a", busy)).AssertSucceeded().Texts());
        Assert.Contains(idle, host.Invoke("(Measure-Container).Container").AssertSucceeded().Texts());
        Assert.Empty(host.Invoke("@() | Measure-Container").AssertSucceeded().Output);
    }

    [Theory, EveryEngine]
    public async Task Figures_under_load_are_those_of_docker(string version)
    {
        const int Samples = 5;
        var (engine, host) = await PrepareAsync(version);
        var busy = await RunWithAsync(engine, ["--cpus", "0.3", "--memory", "64m"], "sh", "-c", "while true; do :; done");
        var (ours, theirs) = (new List<double>(), new List<double>());

        for (var sample = 0; sample < Samples; sample++)
        {
            ours.Add((double)host.Invoke("(Measure-Container $a).CpuPercent", ("a", busy)).AssertSucceeded().Output.Single().BaseObject);
            var cpu = await engine.CliAsync("stats", "--no-stream", "--format", "{{.CPUPerc}}", busy);
            theirs.Add(double.Parse(cpu.Output.Trim().TrimEnd('%'), CultureInfo.InvariantCulture));
        }

        // The quota is met over tenths of a second, and each sample looks at another second. Of Podman the docker command shows hundredths of what is used.
        if (version != "podman")
        {
            Assert.InRange(Median(ours), Median(theirs) - 8, Median(theirs) + 8);
        }

        Assert.InRange(Median(ours), 15, 45);

        var memory = (double)host.Invoke("(Measure-Container $a).MemoryPercent", ("a", busy)).AssertSucceeded().Output.Single().BaseObject;
        var told = await engine.CliAsync("stats", "--no-stream", "--format", "{{.MemPerc}}", busy);
        Assert.InRange(memory - double.Parse(told.Output.Trim().TrimEnd('%'), CultureInfo.InvariantCulture), -1, 1);

        static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }

    [Theory, EveryEngine]
    public async Task Following_ends_with_the_containers(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (one, other) = (await RunAsync(engine), await RunAsync(engine));

        // Both have been measured before they are ended, one of them for good.
        var outcome = host.Invoke(
            "$seen = @{}; $ended = $false; Measure-Container $a, $b -Follow | ForEach-Object { $seen[$_.Container]++; if ($seen.Count -eq 2 -and -not $ended) { $ended = $true; $null = Stop-Container -Force $a; Remove-Container -Force $b } }; $seen.Keys",
            ("a", one), ("b", other));

        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), outcome.AssertSucceeded().Texts().Order(StringComparer.Ordinal));
    }
}
