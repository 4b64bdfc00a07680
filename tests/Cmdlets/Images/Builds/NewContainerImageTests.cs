using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

public sealed class NewContainerImageTests(SharedEngines engines) : BuildTests(engines)
{
    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Stages_arguments_labels_and_tags(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        Folder.Write("Dockerfile", """
            FROM busybox:test AS made
            ARG GREETING=nothing
            RUN echo $GREETING >/greeting; grep -c up.example /etc/hosts >>/greeting
            FROM busybox:test AS wanted
            COPY --from=made /greeting /greeting
            COPY file /file
            CMD ["cat", "/greeting", "/file"]
            FROM busybox:test
            RUN echo not this one; exit 9
            """);
        Folder.Write("file", "content\n");
        var name = Names.Next("img");

        var outcome = host.Invoke(
            "New-ContainerImage $path -Tag $name, \"${name}:2\" -Target wanted -BuildArg @{ GREETING = 'hello' } -Label @{ own = 'mine' }, 'other=1' -AddHost up.example:10.0.0.1 -ShmSize 32m -Builder $builder",
            ("path", Folder.Path), ("name", name), ("builder", builder)).AssertSucceeded();

        Assert.Equal([name + ":latest", name + ":2"], outcome.Texts());
        var image = outcome.All()[0];
        Assert.Equal("DockerPS.ContainerImage", image.GetType().FullName);
        var told = await engine.Http.GetAsync($"/images/{name}:2/json");
        Assert.Equal(told.GetProperty("Id").GetString(), (string)image.ImageId);
        var labels = told.GetProperty("Config").GetProperty("Labels");
        Assert.Equal(("mine", "1"), (labels.GetProperty("own").GetString(), labels.GetProperty("other").GetString()));
        Assert.Equal("hello\n1\ncontent", await OutputAsync(engine, name));
        Assert.Equal("Building " + name + ":latest", outcome.Progress[0].Activity);
        Assert.Equal("Completed", outcome.Progress[^1].RecordType.ToString());
        Assert.All(outcome.Progress, record => Assert.InRange(record.PercentComplete, -1, 100));
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Second_build_comes_out_of_the_cache(string version, string builder)
    {
        var (_, host) = await PrepareAsync(version);
        Folder.Write("Dockerfile", "FROM busybox:test\nCOPY . /all\nRUN echo said by the step; echo once >/once\n");
        Folder.Write("a/file", Names.Prefix);
        var name = Names.Next("img");

        var first = Build();
        var second = Build();

        Assert.Contains("said by the step", first.Verbose);
        Assert.DoesNotContain("said by the step", second.Verbose);
        Assert.Contains(second.Verbose, line => line.Contains("RUN echo said", StringComparison.Ordinal) && line.EndsWith("(cached)", StringComparison.Ordinal));
        Assert.Equal((string)first.One().ImageId, (string)second.One().ImageId);
        Assert.Contains("said by the step", Build("-NoCache").Verbose);

        Outcome Build(string more = "") => host.Invoke($"New-ContainerImage $path -Tag $name -Builder {builder} -Verbose {more}", ("path", Folder.Path), ("name", name)).AssertSucceeded();
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Dockerfile_elsewhere_as_text_and_in_an_archive(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        Folder.Write("context/data", "from the context");
        Folder.Write("context/sub/Dockerfile", "FROM busybox:test\nCOPY data /data\nCMD [\"cat\", \"/data\"]\n");
        Folder.Write("else/Own.Dockerfile", "FROM busybox:test\nCOPY data /data\nCMD [\"cat\", \"/data\"]\n");
        await Tool.DemandAsync("tar", ["-czf", Path.Combine(Folder.Path, "context.tar.gz"), "-C", Path.Combine(Folder.Path, "context"), "."]);
        string[] builds =
        [
            "New-ContainerImage ./context -File ./context/sub/Dockerfile",
            "New-ContainerImage ./context -File else/Own.Dockerfile",
            "New-ContainerImage -LiteralPath ./context -Dockerfile 'FROM busybox:test', 'COPY data /data', 'CMD [\"cat\", \"/data\"]'",
            "New-ContainerImage ./context.tar.gz -File sub/Dockerfile",
            "Set-Location context; New-ContainerImage -File ./sub/Dockerfile",
            "Get-ChildItem -Directory | Where-Object Name -eq context | New-ContainerImage -File ./else/Own.Dockerfile",
        ];
        foreach (var build in builds)
        {
            var name = Names.Next("img");
            host.Invoke($"Set-Location -LiteralPath $path; {build} -Tag $name -Builder {builder}", ("path", Folder.Path), ("name", name)).AssertSucceeded();

            Assert.Equal("from the context", await OutputAsync(engine, name));
        }

        var file = Path.Combine(Folder.Path, "id");
        var alone = host.Invoke($"New-ContainerImage -Dockerfile \"FROM busybox:test`nRUN echo 1 >/1\" -Tag $name -IidFile $file -Quiet -Builder {builder}", ("name", Names.Next("img")), ("file", file));
        Assert.Equal((string)alone.One().ImageId, await File.ReadAllTextAsync(file));
        Assert.Empty(alone.Progress);
    }

    [Theory]
    [EveryEngine("Classic")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Several_contexts_come_from_the_pipeline_and_what_if_builds_none(string version, string builder)
    {
        var (engine, host) = await PrepareAsync(version);
        Folder.Write("a/Dockerfile", $"FROM busybox:test\nLABEL run={Names.Prefix} which=a\n");
        Folder.Write("b/Dockerfile", "FROM busybox:test\nRUN exit 3\n");
        Folder.Write("c/Dockerfile", $"FROM busybox:test\nLABEL run={Names.Prefix} which=c\n");

        var tried = host.Invoke("Get-ChildItem $path -Directory | New-ContainerImage -Tag $name -WhatIf", ("path", Folder.Path), ("name", Names.Next("img"))).AssertSucceeded();
        Assert.Equal(3, tried.HostLines.Count(line => line.Contains("What if", StringComparison.Ordinal)));
        Assert.Empty(tried.Output);
        await AssertNothingMadeAsync(engine);

        var outcome = host.Invoke($"Get-ChildItem $path -Directory | New-ContainerImage -ForceRm -Builder {builder}", ("path", Folder.Path));

        Assert.Equal(Path.Combine(Folder.Path, "b"), outcome.AssertError("BuildFailed").TargetObject);
        Assert.Equal(["a", "c"], outcome.All().Select(image => (string)image.Labels["which"]));
        Assert.All(outcome.All(), image => Assert.True((bool)image.Dangling));
        foreach (var image in outcome.All())
        {
            await engine.Http.DeleteAsync($"/images/{image.ImageId}?force=true");
        }
    }

    [Theory]
    [EveryEngine("Classic", PodmanDiffers = "stopped builds")]
    [EveryEngine("BuildKit", PodmanDiffers = "BuildKit")]
    public async Task Stop_in_the_middle_of_a_step_ends_it_on_the_engine(string version, string builder)
    {
        var (_, host) = await PrepareAsync(version);
        var seconds = Random.Shared.Next(100_000, 900_000).ToString(System.Globalization.CultureInfo.InvariantCulture);

        using var running = host.BeginInvoke($"New-ContainerImage -Dockerfile 'FROM busybox:test', 'RUN sleep {seconds}' -Tag $name -Builder {builder}", ("name", Names.Next("img")));
        running.WaitUntil(() => Sleeps(seconds), TimeSpan.FromSeconds(60));
        running.Stop(TimeSpan.FromSeconds(20));

        for (var waited = System.Diagnostics.Stopwatch.StartNew(); Sleeps(seconds); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "The step goes on.");
        }
    }

    // All engines and their containers run in this process's own cage.
    private static bool Sleeps(string seconds) => Directory.GetDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).StartsWith($"sleep\0{seconds}", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
