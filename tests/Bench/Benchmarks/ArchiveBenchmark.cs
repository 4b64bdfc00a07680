using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DockerPS.Bench.Engines;
using DockerPS.Bench.Measuring;
using DockerPS.Bench.Sessions;
using DockerPS.Tests.Engines;

namespace DockerPS.Bench.Benchmarks;

/// <summary>An image of 300 MB saved and loaded; and whether its size costs memory.</summary>
internal sealed class ArchiveBenchmark : Benchmark
{
    private const string Large = "bench/large:1";
    private const string Small = "bench/small:1";

    public override string Name => "archive";

    public override async Task<IReadOnlyList<Finding>> RunAsync(BenchEngine engine, int runs)
    {
        await MakeAsync(engine, Large, 300);
        await MakeAsync(engine, Small, 30);
        using var session = new WarmSession(engine.Host);
        var (ourFile, theirFile, smallFile) = (FileOf("ours"), FileOf("theirs"), FileOf("small"));
        try
        {
            var save = new Contestant("`Export-ContainerImage`, 300 MB", () => session.Time($"$null = Export-ContainerImage {Large} '{ourFile}'"));
            var dockerSave = new Contestant("`docker save -o`", () => engine.TimeAsync($"exec docker save -o {theirFile} {Large}"));
            await Contest.RunAsync(runs, 1, save, dockerSave);

            var load = new Contestant("`Import-ContainerImage`, 300 MB", () => WithoutAsync(() => Task.FromResult(session.Time($"$null = Import-ContainerImage '{ourFile}'"))));
            var dockerLoad = new Contestant("`docker load -i`", () => WithoutAsync(() => engine.TimeAsync($"exec docker load -q -i {theirFile} >/dev/null")));
            await Contest.RunAsync(runs, 1, load, dockerLoad);

            session.Time($"$null = Export-ContainerImage {Small} '{smallFile}'");
            return
            [
                Finding.Ratio(engine.Version, save, dockerSave, engine.Limit(1)),
                Finding.Ratio(engine.Version, load, dockerLoad, engine.Limit(1)),
                Finding.Memory(engine.Version, save.Name, "30 MB", Saving(Small), Saving(Large), engine.Limit(4)),
                Finding.Memory(engine.Version, load.Name, "30 MB", Loading(smallFile), Loading(ourFile), engine.Limit(4)),
            ];
        }
        finally
        {
            foreach (var file in (string[])[ourFile, theirFile, smallFile, ourFile + ".again"])
            {
                File.Delete(file);
            }
        }

        double Saving(string image) => MemoryPeak.Median(() => session.Time($"$null = Export-ContainerImage {image} '{ourFile}.again'"));

        double Loading(string file) => MemoryPeak.Median(() => session.Time($"$null = Import-ContainerImage '{file}'"));

        // Loaded is only what is not there.
        async Task<TimeSpan> WithoutAsync(Func<Task<TimeSpan>> load)
        {
            await engine.Http.DeleteAsync($"/images/{Large}?force=1");
            return await load();
        }
    }

    private static async Task MakeAsync(BenchEngine engine, string image, int megabytes)
    {
        var name = "maker-" + megabytes;
        await engine.Http.PostAsync(
            $"/containers/create?name={name}", $$"""{"Image":"{{TestImage.Reference}}","Cmd":["sh","-c","head -c {{megabytes}}000000 /dev/urandom >/content"]}""");
        await engine.Http.PostAsync($"/containers/{name}/start");
        await engine.Http.PostAsync($"/containers/{name}/wait");
        var (repository, tag) = (image.Split(':')[0], image.Split(':')[1]);
        await engine.Http.PostAsync($"/commit?container={name}&repo={repository}&tag={tag}", "{}");
        await engine.Http.DeleteAsync($"/containers/{name}?force=1");
    }

    private static string FileOf(string name) => Path.Combine(Cage.Folder, "archive-" + name + ".tar");
}
