using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

/// <summary>What goes in and comes out, and how it ends.</summary>
public sealed partial class InvokeContainerCommandTests
{
    [Theory, EveryEngine]
    public async Task What_is_piped_is_read_as_lines_or_bytes_and_its_end_is_seen(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal(["erste Zeile", "çødé 漢字", "", "3"], host.Invoke("'erste Zeile', 'çødé 漢字', '', 3 | Invoke-ContainerCommand $n cat", ("n", name)).Lines());
        Assert.Equal(["6"], host.Invoke("[byte[]](1, 2, 3), [byte[]](10, 13, 0) | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["3"], host.Invoke("[byte[]](1, 2, 3) | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["0"], host.Invoke("@() | Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["0"], host.Invoke("Invoke-ContainerCommand $n wc '-c'", ("n", name)).Lines());
        Assert.Equal(["2"], host.Invoke("Invoke-ContainerCommand $n -InputObject x wc '-c'", ("n", name)).Lines());
        // The end of the input leaves the output open; and a strict throttle does not wait for the end of what is still to be fed.
        Assert.Equal(["a", "end", "later"], host.Invoke("'a' | Invoke-ContainerCommand $n -ThrottleLimit 1 sh '-c' 'cat; echo end; sleep 0.5; echo later'", ("n", name)).Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("input that a command does not read to its end")]
    public async Task Process_need_not_read_what_it_is_given(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        Assert.Equal(["1"], host.Invoke("1..200000 | Invoke-ContainerCommand $n head '-n' 1", ("n", name)).Lines());
        Assert.Equal(["5"], host.Invoke("$null = 1..1000 | Invoke-ContainerCommand $n sh '-c' 'exit 5' -ErrorAction Ignore; $LASTEXITCODE", ("n", name)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Output_comes_while_input_is_given(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var outcome = host.Invoke(
            "$seen = [Collections.Generic.List[object]]::new(); & { 'one'; for ($i = 0; $i -lt 400 -and $seen.Count -lt 1; $i++) { Start-Sleep -Milliseconds 25; '' }; \"seen $($seen.Count -gt 0)\" } | Invoke-ContainerCommand $n cat | ForEach-Object { $seen.Add($_); $_ } | Select-Object -Last 1",
            ("n", name));

        Assert.Equal(["seen True"], outcome.Lines());
    }

    [Theory, EveryEngine]
    public async Task Sixty_four_mebibytes_go_in_and_come_out_whole(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        var block = new byte[1024 * 1024];
        new Random(7).NextBytes(block);
        var chunks = Enumerable.Range(0, 64).Select(_ => block).ToArray();
        using var expected = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in chunks)
        {
            expected.AppendData(chunk);
        }

        using var actual = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var taken = 0L;
        void Take(byte[] part)
        {
            actual.AppendData(part);
            taken += part.Length;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        }

        host.Invoke("$chunks | Invoke-ContainerCommand $n -AsByteStream cat | ForEach-Object { $take.Invoke($_) }; $LASTEXITCODE", ("n", name), ("chunks", chunks), ("take", (Action<byte[]>)Take)).AssertSucceeded();

        Assert.Equal(64L * 1024 * 1024, taken);
        Assert.Equal(expected.GetHashAndReset(), actual.GetHashAndReset());
        Assert.True(most - before < 200L * 1024 * 1024, $"{(most - before) >> 20} MiB");
        var sum = Convert.ToHexStringLower(SHA256.HashData([.. chunks.SelectMany(chunk => chunk)]));
        var result = host.Invoke("$chunks | Invoke-ContainerCommand $n -AsResult sha256sum", ("n", name), ("chunks", chunks)).One();
        Assert.StartsWith(sum, ((string[])result.Output).Single(), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Many_lines_are_all_there_in_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        var lines = host.Invoke("Invoke-ContainerCommand $n seq 200000", ("n", name)).Lines();

        Assert.Equal(Enumerable.Range(1, 200_000).Select(number => $"{number}"), lines);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'echo go; sleep 600'")]
    [EveryEngine("& { 'go'; Start-Sleep 600 } | Invoke-ContainerCommand $n cat")]
    [EveryEngine("& { while ($true) { 'go' } } | Invoke-ContainerCommand $n cat")]
    public async Task Stop_ends_it_and_its_connection(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);
        host.Invoke("Invoke-ContainerCommand $n true -Engine $e", ("n", name), ("e", proxy.Host)).AssertSucceeded();
        // All passes: but so the proxy takes a client that sends no more for one that has gone.
        proxy.Stall("/exec/.*/start", afterBytes: long.MaxValue);
        var took = new List<TimeSpan>();
        do
        {
            using var running = host.BeginInvoke("$PSDefaultParameterValues['*-*:Engine'] = $e; " + command, ("n", name), ("e", proxy.Host));
            running.WaitUntil(() => proxy.Requests.Count(request => request.Contains("/start", StringComparison.Ordinal)) > took.Count + 1);
            await Task.Delay(200);

            took.Add(running.Stop());

            Assert.True(running.End().WasStopped);
        }
        while (took[^1] > TimeSpan.FromMilliseconds(500) && took.Count < 5);

        Assert.True(took[^1] <= TimeSpan.FromMilliseconds(500), $"The stop took {string.Join(", ", took)}");
        await UntilNoStreamAsync(proxy);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'while true; do echo go; done'")]
    [EveryEngine("& { while ($true) { 'go' } } | Invoke-ContainerCommand $n cat")]
    public async Task First_object_ends_it_and_its_connection(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);
        await using var proxy = FaultyProxy.Start(engine);

        var outcome = host.Invoke($"$PSDefaultParameterValues['*-*:Engine'] = $e; {command} | Select-Object -First 1", ("n", name), ("e", proxy.Host));

        Assert.Equal(["go"], outcome.Lines());
        await UntilNoStreamAsync(proxy);
    }

    [Theory]
    [EveryEngine("Invoke-ContainerCommand $n sh '-c' 'while true; do echo line; sleep 0.02; done' -Engine $e")]
    [EveryEngine("'x' | Invoke-ContainerCommand $n sh '-c' 'cat; while true; do echo line; sleep 0.02; done' -Engine $e")]
    public async Task Output_that_is_cut_while_the_command_runs_is_an_error(string version, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        await using var proxy = FaultyProxy.Start(engine);
        var name = await RunAsync(engine);
        proxy.Cut("/exec/.*/start", afterBytes: 800);

        var outcome = host.Invoke(command, ("n", name), ("e", proxy.Host));

        Assert.Equal(name, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.NotEmpty(outcome.Output);
    }

    // What stays is kept for the next plain requests.
    private static async Task UntilNoStreamAsync(FaultyProxy proxy)
    {
        for (var tries = 0; proxy.OpenConnections > 1; tries++)
        {
            Assert.True(tries < 200, $"{proxy.OpenConnections} connections are open");
            await Task.Delay(10);
        }
    }
}
