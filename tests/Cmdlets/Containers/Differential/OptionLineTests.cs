using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets.Containers.Differential;

/// <summary>The base of tests that put many option lines to the docker command and to ours.</summary>
public abstract class OptionLineTests(SharedEngines engines) : ContainerTests(engines)
{
    /// <summary>The collection of all such tests: the networks that the lines name have addresses that are there once only, so one class runs after the other.</summary>
    public const string Lines = "Option lines";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dockerps-create-");

    /// <summary>The folder that DIR stands for.</summary>
    protected string Folder => _folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }

    /// <summary>The lines that the engine can do, with what their words in braces stand for made on it.</summary>
    protected async Task<IReadOnlyList<OptionLine>> LinesAsync(TestEngine engine, IReadOnlyList<OptionLine> lines)
    {
        var (net, net2) = (Names.Next("net"), Names.Next("net"));
        await DockerAsync(engine, "network", "create", "--subnet", "10.231.1.0/24", "--ipv6", "--subnet", "fd00:231::/64", net);
        await DockerAsync(engine, "network", "create", "--subnet", "10.231.2.0/24", net2);
        await File.WriteAllTextAsync(Path.Combine(Folder, "env"), "A=1\nF=from file\n# no\n");
        await File.WriteAllTextAsync(Path.Combine(Folder, "labels"), "a=1\n# no\nd= x y\n");
        await File.WriteAllTextAsync(Path.Combine(Folder, "bad.json"), "{ bad");
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "seccomp.json"),
            "{\n  \"defaultAction\": \"SCMP_ACT_ALLOW\",\n  \"syscalls\": [ { \"names\": [ \"mkdir\" ], \"action\": \"SCMP_ACT_ERRNO\", \"comment\": \"<a & \\\"b  c\\\\\" } ]\n}\n");
        var other = await RunWithAsync(engine, ["-v", "/shared", "--ipc", "shareable"]);
        return
        [
            .. lines.Where(line => line.Only is null || (line.Only == EngineVersion.V2010.Name) == (engine.Version == EngineVersion.V2010))
                .Select(line => new OptionLine(Filled(line.Docker), Filled(line.PowerShell), line.Only)),
        ];

        string Filled(string text) => text
            .Replace("{NET}", net, StringComparison.Ordinal)
            .Replace("{NET2}", net2, StringComparison.Ordinal)
            .Replace("{OTHER}", other, StringComparison.Ordinal)
            .Replace("{DIR}", Folder, StringComparison.Ordinal);
    }

    /// <summary>Has the docker command make a container of each line.</summary>
    protected Task<IReadOnlyList<(string Name, string Said)>> CreateByDockerAsync(TestEngine engine, IReadOnlyList<OptionLine> lines) =>
        CreateByDockerAsync(engine, lines.Select(line => $"create {line.Docker} {TestImage.Reference} sleep 600"));

    /// <summary>
    /// Has the docker command make containers of lines that begin with <c>create</c>, in one shell. What a line's command says on its error is the answer; nothing where it was taken.
    /// </summary>
    protected async Task<IReadOnlyList<(string Name, string Said)>> CreateByDockerAsync(TestEngine engine, IEnumerable<string> commands)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var lines = commands.ToList();
        var names = lines.Select(_ => Names.Next("theirs")).ToList();
        var script = new StringBuilder();
        foreach (var (index, (line, name)) in lines.Zip(names).Index())
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"\"$D\" create --name {name} {line["create".Length..]} >/dev/null 2>{Folder}/said || echo \"{index}: failed: $(tr '\\n' ' ' <{Folder}/said)\"");
        }

        var result = await Tool.RunAsync("sh", ["-c", script.ToString()], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["D"] = engine.CliPath,
            ["DOCKER_HOST"] = engine.Host,
            ["DOCKER_CONFIG"] = engine.CliConfigFolder,
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_API_VERSION"] = null,
        }, TimeSpan.FromMinutes(3));
        var failed = result.Output.Split('\n').Select(said => said.Split(": ", 2)).Where(said => said.Length == 2).ToDictionary(said => int.Parse(said[0], CultureInfo.InvariantCulture), said => said[1]);
        return [.. names.Select((name, index) => (name, failed.GetValueOrDefault(index, "")))];
    }
}
