using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Containers.Differential;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>Every option of <c>docker create</c>, from the line to parameters, and from the container to lines: each way makes the same container again.</summary>
[Collection(OptionLineTests.Lines)]
[PodmanDiffers("`Update-Container` and `ConvertTo-ContainerCommand`")]
public sealed partial class ContainerCommandRoundTripTests(SharedEngines engines) : OptionLineTests(engines)
{
    [Theory, EveryEngine]
    public async Task Each_line_makes_the_same_container_as_parameters_and_as_the_lines_that_its_container_is_turned_into(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var lines = await LinesAsync(engine, TakenLines.All);
        var made = await CreateByDockerAsync(engine, lines);
        var names = made.Select(one => one.Name).ToArray();
        var forDocker = host.Invoke("$names | ConvertTo-ContainerCommand", ("names", names)).AssertSucceeded().Texts();
        var forPowerShell = host.Invoke("$names | ConvertTo-ContainerCommand -DockerPS", ("names", names)).AssertSucceeded().Texts();
        var again = await CreateAgainAsync(engine, host, forDocker);

        var differences = new List<string>();
        foreach (var (index, line) in lines.Index())
        {
            var expected = await SettingsAsync(engine, names[index]);
            var table = Names.Next("table");
            await CompareAsync(
                line.Docker,
                expected,
                table,
                Failures(host.Invoke(
                    "$table = ConvertFrom-ContainerCommand $line; New-Container @table -Name $own",
                    ("line", $"docker run {line.Docker.Replace("theirs.cid", "own.cid", StringComparison.Ordinal)} {TestImage.Reference} sleep 600"),
                    ("own", table))));
            var ours = Names.Next("ours");
            await CompareAsync(
                forPowerShell[index],
                expected,
                ours,
                Failures(host.Invoke(forPowerShell[index]
                    .Replace("Start-Container", "New-Container", StringComparison.Ordinal)
                    .Replace($"-Name {names[index]}", $"-Name {ours}", StringComparison.Ordinal))));
            if (IsForDocker(line, engine))
            {
                await CompareAsync(forDocker[index], expected, again[index].Name, again[index].Said);
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");

        async Task CompareAsync(string line, IReadOnlyList<string> expected, string actual, string failed)
        {
            var settings = failed.Length > 0 ? [] : await SettingsAsync(engine, actual);
            if (!expected.SequenceEqual(settings))
            {
                differences.Add($"{line}\n  {failed}\n  first only: {string.Join("\n    ", expected.Except(settings))}\n  second only: {string.Join("\n    ", settings.Except(expected))}");
            }
        }
    }

    // By the docker command itself on one engine, and by way of the parameters on the others: its processes take most of the time here.
    private async Task<IReadOnlyList<(string Name, string Said)>> CreateAgainAsync(TestEngine engine, PowerShellHost host, IReadOnlyList<string> lines)
    {
        var unnamed = lines.Select(line => NameOption().Replace(line.Replace(" --detach", "", StringComparison.Ordinal), "")).ToList();
        return engine.Version == EngineVersion.V2805
            ? await CreateByDockerAsync(engine, unnamed.Select(line => "create" + line["docker run".Length..]))
            : [.. unnamed.Select(line => (Name: Names.Next("again"), Line: line)).Select(one =>
                (one.Name, Failures(host.Invoke("$table = ConvertFrom-ContainerCommand $line; New-Container @table -Name $own", ("line", one.Line), ("own", one.Name)))))];
    }

    // What the docker command can't be told again: a profile, which it reads from a file that the container does not know; a variable that is there twice, of which it drops the
    // first; and, where it is old, today's word for a mount without those below.
    private static bool IsForDocker(OptionLine line, TestEngine engine) =>
        !line.Docker.Contains("seccomp.json", StringComparison.Ordinal)
        && !line.Docker.Contains("--env-file", StringComparison.Ordinal)
        && !(engine.Version == EngineVersion.V2010 && line.Docker.Contains("bind-nonrecursive", StringComparison.Ordinal));

    private static string Failures(Outcome outcome) => outcome.AllErrors.Any() ? outcome.ToString() : "";

    // The file that an id was written to is used up.
    private static async Task<IReadOnlyList<string>> SettingsAsync(TestEngine engine, string name) =>
        [.. InspectionText.Lines(await InspectAsync(engine, name), name).Where(line => !line.StartsWith("HostConfig/ContainerIDFile", StringComparison.Ordinal))];

    [GeneratedRegex(" --name [^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameOption();
}
