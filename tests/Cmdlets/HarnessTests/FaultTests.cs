using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.HarnessTests;

public sealed class FaultTests(SharedEngines engines) : EngineTests(engines)
{
    [Theory, EveryEngine]
    public async Task Proxy_refuses_what_it_is_told_to_and_passes_the_rest(string version)
    {
        await using var proxy = FaultyProxy.Start(await EngineAsync(version));
        var fault = proxy.Refuse("^GET /containers/json", 418, "I am a teapot", times: 1);
        using var client = new EngineHttp(proxy.SocketPath);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/containers/json?all=true"));
        Assert.Equal(418, (int?)refused.StatusCode);
        Assert.Contains("""{"message":"I am a teapot"}""", refused.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, (await client.GetAsync("/containers/json?all=true")).ValueKind);
        Assert.Equal(1, fault.Hits);
        Assert.Equal(["GET /containers/json?all=true", "GET /containers/json?all=true"], proxy.Requests);
        // One connection was kept for both.
        Assert.Equal((1, 1), (proxy.AcceptedConnections, proxy.OpenConnections));
    }

    [Theory, EveryEngine]
    public async Task Proxy_counts_connections_and_sees_them_closed(string version)
    {
        await using var proxy = FaultyProxy.Start(await EngineAsync(version));
        using (var first = new EngineHttp(proxy.SocketPath))
        using (var second = new EngineHttp(proxy.SocketPath))
        {
            await first.GetAsync("/version");
            await second.GetAsync("/version");
            Assert.Equal((2, 2), (proxy.AcceptedConnections, proxy.OpenConnections));
        }

        await UntilAsync(() => proxy.OpenConnections == 0);
        Assert.Equal(2, proxy.AcceptedConnections);
    }

    [Theory, EveryEngine]
    public async Task Proxy_passes_bodies_of_both_kinds_on_one_connection(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        using var client = new EngineHttp(proxy.SocketPath);
        var tag = Names.Next() + ":1";

        using (var archive = new ByteArrayContent(await TestImage.ArchiveAsync()))
        {
            using var chunked = new StreamContent(await archive.ReadAsStreamAsync());
            using var request = await client.SendAsync(HttpMethod.Post, $"/images/create?fromSrc=-&repo={tag}", chunked);
            await request.Content.ReadAsStringAsync();
        }

        var name = Names.Next();
        await client.PostAsync($"/containers/create?name={name}", $$"""{"Image":"{{tag}}","Cmd":["true"]}""");
        Assert.Equal($"/{name}", (await client.GetAsync($"/containers/{name}/json")).GetProperty("Name").GetString());
        await client.DeleteAsync($"/containers/{name}");
        await client.DeleteAsync($"/images/{tag}");
        Assert.Equal(1, proxy.AcceptedConnections);
    }

    [Theory, EveryEngine]
    public async Task Proxy_carries_an_upgraded_stream_with_its_half_close(string version)
    {
        var engine = await EngineAsync(version);
        await using var proxy = FaultyProxy.Start(engine);

        var run = await Tool.RunAsync(
            "sh", ["-c", "printf 'a\\nb\\n' | \"$0\" -H \"$1\" run -i --rm --name \"$2\" busybox:test sh -c 'cat; echo end'", engine.CliPath, proxy.Host, Names.Next()]);

        Assert.Equal((0, "a\nb\nend\n"), (run.ExitCode, run.Output));
    }

    [Theory, EveryEngine]
    public async Task Proxy_cuts_stalls_closes_and_delays(string version)
    {
        await using var proxy = FaultyProxy.Start(await EngineAsync(version));
        using var client = new EngineHttp(proxy.SocketPath);

        proxy.Cut("/info", afterBytes: 600);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/info"));

        proxy.Close("/info");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/info"));

        proxy.Delay("/info", TimeSpan.FromMilliseconds(300));
        var waited = Stopwatch.StartNew();
        await client.GetAsync("/info");
        Assert.InRange(waited.ElapsedMilliseconds, 300, 5000);

        proxy.Stall("/info", afterBytes: 100);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync("/info", impatient.Token));
        await UntilAsync(() => proxy.OpenConnections == 0);
    }

    [Fact]
    public async Task Proxy_can_close_every_connection()
    {
        await using var proxy = FaultyProxy.Start(await EngineAsync("20.10"));
        using var client = new EngineHttp(proxy.SocketPath);

        proxy.ClosesConnections = true;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/version"));
        proxy.ClosesConnections = false;
        await client.GetAsync("/version");
    }

    [Fact]
    public async Task Scripted_server_answers_as_it_is_told()
    {
        await using var server = ScriptedServer.Start()
            .AnswerPing("1.12")
            .AnswerJson("^GET /version", 200, """{"Version":"0.9"}""")
            .Answer("^GET /broken", Encoding.ASCII.GetBytes("this is no HTTP\r\n\r\n"), close: true)
            .StaySilent("^GET /silent");
        using var client = new EngineHttp(server.SocketPath);

        using (var ping = await client.SendAsync(HttpMethod.Get, "/_ping"))
        {
            Assert.Equal(["1.12"], ping.Headers.GetValues("Api-Version"));
        }

        Assert.Equal("0.9", (await client.GetAsync("/version")).GetProperty("Version").GetString());
        var unknown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/other"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/broken"));
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync("/silent", impatient.Token));
        Assert.Equal(["GET /_ping", "GET /version", "GET /other", "GET /broken", "GET /silent"], server.Requests);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(5), "What the test waits for did not come.");
        }
    }
}
