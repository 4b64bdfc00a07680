using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>Processes in containers whose outputs and standard input are held: the end of the input does not cut the outputs off.</summary>
internal static class HeldProcess
{
    private const int Size = 4 * 1024 * 1024;

    public static async Task RunAsync(IDockerEngine engine, string image, string name, CancellationToken cancel)
    {
        var created = await engine.Containers.CreateAsync(
            new ContainerSpecification
            {
                Image = image,
                Name = name,
                Command = ["sh", "-c", "echo begun; read line; echo \"got $line\"; sleep 0.3; exit 4"],
                Interactive = true,
                AttachStandardInput = true,
            },
            cancel).ConfigureAwait(false);
        try
        {
            using var own = await engine.Processes.AttachAsync(created.ContainerId, new AttachSpecification { Input = true }, cancel).ConfigureAwait(false);
            await engine.Containers.StartAsync(created.ContainerId, cancel).ConfigureAwait(false);
            await ExecAsync(engine.Processes, created.ContainerId, cancel).ConfigureAwait(false);
            await DisposeInReadAsync(engine.Processes, created.ContainerId, cancel).ConfigureAwait(false);
            var word = Encoding.UTF8.GetBytes("wörd\n");
            own.Write(word, 0, word.Length);
            own.EndInput();
            var lines = new List<OutputLine>();
            while (own.Read(lines, output: null))
            {
                cancel.ThrowIfCancellationRequested();
            }

            Scenarios.Say("attach exit", await own.ExitCodeAsync(lines, output: null, cancel).ConfigureAwait(false));
            Scenarios.Say("attach", string.Join("|", lines.Select(line => line.Text)));
        }
        finally
        {
            await engine.Containers.RemoveAsync(created.ContainerId, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What cat is given it gives back: writing and reading go on side by side.
    private static async Task ExecAsync(IProcessOperations processes, string container, CancellationToken cancel)
    {
        var specification = new ProcessSpecification { Command = ["sh", "-c", "cat; echo over >&2; exit 7"], Input = true };
        using var process = await processes.StartAsync(container, specification, cancel).ConfigureAwait(false);
        var sent = Enumerable.Range(0, Size).Select(i => (byte)(i * 7 % 251)).ToArray();
        var writing = Task.Run(
            () =>
            {
                process!.Write(sent, 0, sent.Length);
                process.EndInput();
            },
            cancel);
        var lines = new List<OutputLine>();
        var output = new List<byte[]>();
        while (process!.Read(lines, output))
        {
            cancel.ThrowIfCancellationRequested();
        }

        await writing.ConfigureAwait(false);
        Scenarios.Say("exec exit", await process.ExitCodeAsync(lines, output, cancel).ConfigureAwait(false));
        Scenarios.Say("exec", string.Join("|", lines.Select(line => line.Stream + " " + line.Text)));
        var came = output.SelectMany(piece => piece).ToArray();
        Scenarios.Say("bytes", sent.SequenceEqual(came) ? "all" : $"{came.Length}, beginning with {Encoding.UTF8.GetString(came, 0, Math.Min(came.Length, 200))}");
    }

    private static async Task DisposeInReadAsync(IProcessOperations processes, string container, CancellationToken cancel)
    {
        var process = await processes.StartAsync(container, new ProcessSpecification { Command = ["sleep", "600"], Input = true }, cancel).ConfigureAwait(false);
        var read = Task.Factory.StartNew(() => process!.Read(new List<OutputLine>(), output: null), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.Delay(300, cancel).ConfigureAwait(false);
        var time = Stopwatch.StartNew();
        process!.Dispose();
        await Task.WhenAny(read, Task.Delay(5000, cancel)).ConfigureAwait(false);
        Scenarios.Say("disposed", read.Exception?.InnerException?.GetType().Name ?? read.Status.ToString());
        Scenarios.Say("at once", time.ElapsedMilliseconds < 3000);
    }
}
