using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images;

public sealed class InstallContainerImageTests(SharedEngines engines) : ContainerTests(engines)
{
    private TestRegistry? _registry;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestRegistry.Missing is not null, TestRegistry.Missing ?? "");
        await base.InitializeAsync();
        _registry = await TestRegistry.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_registry is not null)
        {
            await _registry.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    [Theory, EveryEngine]
    public async Task Image_is_pulled_with_progress_and_written(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = await PushOwnAsync(engine, "team/web", "1.0");
        try
        {
            var outcome = host.Invoke("Install-ContainerImage $i", ("i", image)).AssertSucceeded();

            var pulled = outcome.One();
            Assert.Equal((_registry!.Address + "/team/web", "1.0", image), ((string)pulled.Repository, (string)pulled.Tag, (string)pulled.ToString()));
            Assert.StartsWith("sha256:", (string)pulled.Digest, StringComparison.Ordinal);
            Assert.Equal(await DockerAsync(engine, "image", "inspect", "-f", "{{.Id}}", image), pulled.ImageId);
            Assert.Equal(["Pulling " + image], outcome.Progress.Select(record => record.Activity).Distinct());
            Assert.Equal("Completed", outcome.Progress[^1].RecordType.ToString());
            Assert.All(outcome.Progress, record => Assert.InRange(record.PercentComplete, -1, 100));

            // By its digest too, and what is there already is written all the same.
            var digest = $"{_registry.Address}/team/web@{pulled.Digest}";
            Assert.Equal(pulled.ImageId, host.Invoke("(Install-ContainerImage $i).ImageId", ("i", digest)).Lines().Distinct().Single());
            Assert.Equal([image], host.Invoke("Install-ContainerImage $i", ("i", image)).Lines());
            Assert.Empty(host.Invoke("$ProgressPreference = 'SilentlyContinue'; $null = Install-ContainerImage $i", ("i", image)).AssertSucceeded().HostLines);
        }
        finally
        {
            await DockerAsync(engine, "rmi", image);
        }
    }

    [Theory, EveryEngine]
    public async Task Several_come_from_the_pipeline_and_unknown_ones_are_errors(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var first = await PushOwnAsync(engine, "a", "latest");
        var second = await PushOwnAsync(engine, "b", "latest");
        var unknown = _registry!.Address + "/c:9";
        var unreachable = $"127.0.0.1:{TestRegistry.FreePort()}/d:1";
        try
        {
            // Without a tag it is latest.
            var outcome = host.Invoke("$i | Install-ContainerImage", ("i", new[] { first.Replace(":latest", "", StringComparison.Ordinal), unknown, unreachable, second }));

            Assert.Equal([first, second], outcome.Texts());
            Assert.Equal(["ImageNotFound", "PullFailed"], outcome.ErrorIds);
            Assert.Equal([unknown, unreachable], outcome.Errors.Select(error => (string)error.TargetObject));
            Assert.Contains(unknown, outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
            Assert.Contains("refused", outcome.Errors[1].Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            await DockerAsync(engine, "rmi", first, second);
        }
    }

    [Theory, EveryEngine]
    public async Task Pull_that_breaks_off_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var image = await PushOwnAsync(engine, "cut", "1");
        proxy.Cut("/images/create", afterBytes: 250, times: 1);

        var outcome = host.Invoke("Install-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host));

        Assert.Equal(image, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.Empty(outcome.Output);
        Assert.All(outcome.Progress.TakeLast(1), record => Assert.Equal("Completed", record.RecordType.ToString()));

        proxy.Answer("/images/create", RawAnswer.Text("200 OK", "{\"status\":\"Pulling from cut\",\"id\":\"1\"}\n{\"errorDetail\":{\"message\":\"disk full\"},\"error\":\"write /x: no space left on device\"}\n"));
        var full = host.Invoke("Install-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host)).AssertError("PullFailed");
        Assert.Contains("no space left", full.Exception.Message, StringComparison.Ordinal);
        await engine.CliAsync("rmi", image);
    }

    private async Task<string> PushOwnAsync(TestEngine engine, string repository, string tag)
    {
        var image = Names.Next("img") + ":1";
        var name = await CreateAsync(engine);
        await DockerAsync(engine, "commit", "-c", "LABEL own=" + image, name, image);
        await DockerAsync(engine, "rm", name);
        var pushed = await _registry!.PushAsync(engine, image, repository, tag);
        await DockerAsync(engine, "rmi", image);
        return pushed;
    }
}
