using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Benchmarks;

/// <summary>300 MB of files in and out of a container that does not run.</summary>
internal sealed class CopyBenchmark : Benchmark
{
    private const int Files = 30;
    private const int FileLength = 10_000_000;

    public override string Name => "copy";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Cage.Folder, "copy")).FullName;
        try
        {
            await WriteFilesAsync(Directory.CreateDirectory(Path.Combine(folder, "source")).FullName);
            await engine.Http.PostAsync("/containers/create?name=box", $$"""{"Image":"{{TestImage.Reference}}"}""");
            using var session = new WarmSession(engine.Host);
            session.Time($"Copy-ContainerItem {folder}/source box:/kept");

            // Each run writes over what the run before wrote: both sides do the same work each time.
            var intoOurs = new Contestant("`Copy-ContainerItem`, 300 MB into a container", () => session.Time($"Copy-ContainerItem {folder}/source box:/tmp"));
            var intoDocker = new Contestant("`docker cp` in", () => engine.TimeAsync($"exec docker cp {folder}/source box:/tmp >/dev/null"));
            var outOurs = new Contestant("`Copy-ContainerItem`, 300 MB out of a container", () => Emptied(folder, () => Task.FromResult(session.Time($"Copy-ContainerItem box:/kept {folder}/out"))));
            var outDocker = new Contestant("`docker cp` out", () => Emptied(folder, () => engine.TimeAsync($"exec docker cp box:/kept {folder}/out >/dev/null")));
            await Contest.RunAsync(runs, 1, intoOurs, intoDocker, outOurs, outDocker);
            return
            [
                Finding.Ratio(engine.Version, intoOurs, intoDocker, engine.Limit(1)),
                Finding.Ratio(engine.Version, outOurs, outDocker, engine.Limit(1)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> Emptied(string folder, Func<Task<TimeSpan>> copy)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        var time = await copy();
        var came = Directory.GetFiles(Path.Combine(target, "kept")).Length;
        Directory.Delete(target, recursive: true);
        return came == Files ? time : throw new InvalidOperationException($"{came} of {Files} files came out.");
    }

    private static async Task WriteFilesAsync(string folder)
    {
        var content = new byte[FileLength];
        for (var file = 0; file < Files; file++)
        {
            new Random(file).NextBytes(content);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"file-{file}"), content);
        }
    }
}
