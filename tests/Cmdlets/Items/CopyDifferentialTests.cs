using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Items;

/// <summary>Each copy by the docker command and by the cmdlet, the results held against each other: names, kinds, modes, owners, times of files, links, content.</summary>
public sealed class CopyDifferentialTests(SharedEngines engines) : ContainerTests(engines)
{
    private const string Docker = "-docker";
    private const string Ours = "-ours";

    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-copies-").FullName;

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Theory, EveryEngine, PodmanDiffers("`docker cp web:/folder/. new`")]
    public async Task Out_of_a_container_the_same_comes_as_with_docker_cp(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "sh", "-c", "mkdir /c && set -- /c && " + CopyLines.Setup);
        Assert.Equal(0, (await InspectAsync(engine, name)).GetProperty("State").GetProperty("ExitCode").GetInt32());
        var lines = CopyLines.FromContainer;
        await SetUpAsync(Path.Combine(_folder, "first"));
        await Tool.DemandAsync("sh", ["-c", $"cd \"$1\" && for n in $(seq 0 {lines.Count - 1}); do cp -a first $n-docker && cp -a first $n-ours || exit; done", "sh", _folder]);
        await CompareAsync(
            engine,
            host,
            lines,
            (line, number, whose) => (name + ":/c" + line.Source[1..], Path.Combine(_folder, number + whose) + line.Target[1..]),
            (number, whose) => LocalTreeAsync(Path.Combine(_folder, number + whose)));
    }

    [Theory, EveryEngine]
    public async Task Into_a_container_the_same_goes_as_with_docker_cp(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var lines = CopyLines.ToContainer;
        var setup = $"for n in $(seq 0 {lines.Count - 1}); do mkdir -p /c/$n; set -- /c/$n; ({CopyLines.Setup}) || exit 1; done";
        var names = (string[])[await RunToEndAsync(engine, "sh", "-c", setup), await RunToEndAsync(engine, "sh", "-c", setup)];
        var folder = Path.Combine(_folder, "source");
        await SetUpAsync(folder);
        await CompareAsync(
            engine,
            host,
            lines,
            (line, number, whose) => (folder + line.Source[1..], $"{(whose == Docker ? names[0] : names[1])}:/c/{number}{line.Target[1..]}"),
            (number, whose) => ContainerTreeAsync(engine, whose == Docker ? names[0] : names[1], $"/c/{number}"));
    }

    private static async Task CompareAsync(
        TestEngine engine,
        PowerShellHost host,
        IReadOnlyList<CopyLine> lines,
        Func<CopyLine, int, string, (string Source, string Target)> paths,
        Func<int, string, Task<List<string>>> read)
    {
        var said = new string[lines.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, lines.Count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var (source, target) = paths(lines[number], number, Docker);
            string[] options = [.. lines[number].Archive ? ["-a"] : Array.Empty<string>(), .. lines[number].FollowLink ? ["-L"] : Array.Empty<string>()];
            var result = await engine.CliAsync(["cp", .. options, source, target]);
            said[number] = result.Succeeded ? "" : result.Error.Trim();
        });

        var differences = new List<string>();
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            var (source, target) = paths(line, number, Ours);
            var outcome = host.Invoke(
                "Copy-ContainerItem -LiteralPath $s -Destination $t -Archive:$a -FollowLink:$l", ("s", source), ("t", target), ("a", line.Archive), ("l", line.FollowLink));
            var (expected, actual) = (await read(number, Docker), await read(number, Ours));
            if (said[number].Length > 0 != outcome.AllErrors.Any() || !expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Add(
                    $"{line}\n  docker said '{said[number]}' and has {string.Join("; ", expected.Except(actual, StringComparer.Ordinal))}"
                    + $"\n  DockerPS said {outcome} and has {string.Join("; ", actual.Except(expected, StringComparer.Ordinal))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {lines.Count} lines differ:\n{string.Join('\n', differences)}");
    }

    private static async Task SetUpAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await Tool.DemandAsync("sh", ["-c", CopyLines.Setup, "sh", folder]);
    }

    private static async Task<List<string>> LocalTreeAsync(string folder)
    {
        using var archive = new MemoryStream();
        await TarFile.CreateFromDirectoryAsync(folder, archive, includeBaseDirectory: false);
        return await ReadAsync(archive, path => path);
    }

    private static async Task<List<string>> ContainerTreeAsync(TestEngine engine, string container, string path)
    {
        using var answer = await engine.Http.SendAsync(HttpMethod.Get, $"/containers/{container}/archive?path={Uri.EscapeDataString(path + "/.")}");
        using var archive = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return await ReadAsync(archive, path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
    }

    private static async Task<List<string>> ReadAsync(MemoryStream archive, Func<string, string> name)
    {
        archive.Position = 0;
        var lines = new List<string>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = new TarReader(archive);
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
        {
            var content = entry.DataStream is { } data ? await new StreamReader(data, Encoding.UTF8).ReadToEndAsync() : "";
            if (entry.EntryType == TarEntryType.HardLink)
            {
                // Which of a file's names comes first in an archive means nothing.
                content = names[entry.LinkName];
            }

            names[entry.Name] = content;
            var isFolder = entry.EntryType == TarEntryType.Directory;
            var link = entry.EntryType == TarEntryType.SymbolicLink ? entry.LinkName : "";
            var time = isFolder ? 0 : entry.ModificationTime.ToUnixTimeSeconds();
            lines.Add($"{name(entry.Name).TrimEnd('/')} {(isFolder ? 'd' : link.Length > 0 ? 'l' : 'f')} {(int)entry.Mode:X} {entry.Uid}:{entry.Gid} {time} {link} {content.Trim()}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
