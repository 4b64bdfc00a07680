using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>A log that is followed, ended once by the reader in the middle of a read, and once by the container.</summary>
internal static class FollowedLog
{
    public static async Task RunAsync(IDockerEngine engine, string image, string name, CancellationToken cancel)
    {
        var containers = engine.Containers;
        var created = await containers.CreateAsync(
            new ContainerSpecification { Image = image, Name = name, Command = ["sh", "-c", "trap 'echo last; exit 0' TERM; echo first; while true; do sleep 0.05; done"] },
            cancel).ConfigureAwait(false);
        try
        {
            await containers.StartAsync(created.ContainerId, cancel).ConfigureAwait(false);
            await DisposeInReadAsync(containers, created.ContainerId, cancel).ConfigureAwait(false);
            await ReadToTheEndAsync(containers, created.ContainerId, cancel).ConfigureAwait(false);
        }
        finally
        {
            await containers.RemoveAsync(created.ContainerId, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task DisposeInReadAsync(IContainerOperations containers, string id, CancellationToken cancel)
    {
        var log = await containers.OpenLogAsync(id, new LogQuery { Follow = true }, cancel).ConfigureAwait(false);
        var entries = new List<ContainerLogEntry>();
        log.Read(entries);
        Scenarios.Say("first", entries[0].Message);

        // The container says nothing more: the read blocks until the log is disposed.
        var end = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = new Thread(() => end.SetResult(EndOf(() => log.Read(entries)))) { IsBackground = true };
        reader.Start();
        await Task.Delay(300, cancel).ConfigureAwait(false);
        Scenarios.Say("blocked", !end.Task.IsCompleted);
        var time = Stopwatch.StartNew();
        log.Dispose();
        await Task.WhenAny(end.Task, Task.Delay(5000, cancel)).ConfigureAwait(false);
        Scenarios.Say("disposed", end.Task.IsCompleted ? await end.Task.ConfigureAwait(false) : "still reading");
        Scenarios.Say("at once", time.ElapsedMilliseconds < 3000);
    }

    private static async Task ReadToTheEndAsync(IContainerOperations containers, string id, CancellationToken cancel)
    {
        using var log = await containers.OpenLogAsync(id, new LogQuery { Follow = true, Timestamps = false }, cancel).ConfigureAwait(false);
        var lines = new List<string>();
        log.ReadRaw(lines);
        var stop = containers.StopAsync(id, TimeSpan.FromSeconds(10), signal: null, cancel);
        while (log.ReadRaw(lines))
        {
            cancel.ThrowIfCancellationRequested();
        }

        await log.ConfirmEndAsync(cancel).ConfigureAwait(false);
        await stop.ConfigureAwait(false);
        Scenarios.Say("lines", string.Join("|", lines));
    }

    private static string EndOf(Action read)
    {
        try
        {
            read();
            return "an entry or the end";
        }
        catch (OperationCanceledException)
        {
            return nameof(OperationCanceledException);
        }
        catch (DockerException failure)
        {
            return failure.Error.ToString();
        }
    }
}
