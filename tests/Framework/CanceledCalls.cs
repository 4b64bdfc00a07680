using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>Calls that the engine answers late or never, cancelled in the middle: they end at once, as Ctrl-C must.</summary>
internal static class CanceledCalls
{
    public static async Task RunAsync(IDockerEngine engine, string image, string name, CancellationToken cancel)
    {
        var containers = engine.Containers;
        var created = await containers.CreateAsync(
            new ContainerSpecification { Image = image, Name = name, Command = ["sh", "-c", "trap '' TERM; while true; do sleep 0.2; done"] },
            cancel).ConfigureAwait(false);
        try
        {
            await containers.StartAsync(created.ContainerId, cancel).ConfigureAwait(false);
            await CancelAsync("watch", stop => containers.WatchAsync(name, _ => false, stop), cancel).ConfigureAwait(false);
            await CancelAsync("wait", stop => containers.WaitAsync(name, "not-running", stop), cancel).ConfigureAwait(false);
            await CancelAsync("measure", stop => containers.MeasureAsync(name, _ => { }, stop), cancel).ConfigureAwait(false);
            // The container hears no signal: the engine answers after ten seconds.
            await CancelAsync("stop", stop => containers.StopAsync(name, TimeSpan.FromSeconds(10), signal: null, stop), cancel).ConfigureAwait(false);
        }
        finally
        {
            Scenarios.Say("sockets", OpenSockets());
            await containers.RemoveAsync(created.ContainerId, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // .NET Framework can't read where a link leads.
    private static string OpenSockets()
    {
        using var own = Process.GetCurrentProcess();
        using var count = Process.Start(new ProcessStartInfo("sh", $"-c \"ls -l /proc/{own.Id}/fd | grep -c socket:\"") { UseShellExecute = false, RedirectStandardOutput = true })!;
        return count.StandardOutput.ReadToEnd().Trim();
    }

    private static async Task CancelAsync(string name, Func<CancellationToken, Task> call, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = call(stop.Token);
        await Task.Delay(500, cancel).ConfigureAwait(false);
        var before = running.IsCompleted ? "ended before, " : "";
        var time = Stopwatch.StartNew();
        stop.Cancel();
        await Task.WhenAny(running, Task.Delay(5000, cancel)).ConfigureAwait(false);
        Scenarios.Say(name, before + running.Status + (time.ElapsedMilliseconds < 3000 ? " at once" : $" after {time.ElapsedMilliseconds} ms"));
    }
}
