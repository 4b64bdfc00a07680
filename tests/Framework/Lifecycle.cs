using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>A container's life: created, started, listed, read, stopped, removed.</summary>
internal static class Lifecycle
{
    // Its longest line is one that the engine splits.
    private const string Script = """
        trap 'exit 3' TERM
        echo "to out $GREETING"
        echo 'to err' >&2
        head -c 40000 /dev/zero | tr '\0' x
        echo ' end'
        while true; do sleep 0.05; done
        """;

    public static async Task RunAsync(IDockerEngine engine, string image, string name, CancellationToken cancel)
    {
        var greeting = await engine.PingAsync(cancel).ConfigureAwait(false);
        Scenarios.Say("api", greeting.UsedApiVersion);
        Scenarios.Say("server", greeting.Server);
        var images = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
        Scenarios.Say("image", images.Single(item => item.ToString() == image).Size > 1_000_000);

        var created = await engine.Containers.CreateAsync(Specification(image, name), cancel).ConfigureAwait(false);
        try
        {
            await UseAsync(engine.Containers, created.ContainerId, name, cancel).ConfigureAwait(false);
        }
        finally
        {
            await engine.Containers.RemoveAsync(created.ContainerId, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
        }

        Scenarios.Say("removed", (await ListAsync(engine.Containers, name, cancel).ConfigureAwait(false)).Count);
    }

    private static ContainerSpecification Specification(string image, string name) => new()
    {
        Image = image,
        Name = name,
        Command = ["sh", "-c", Script],
        Env = ["GREETING=größte"],
        Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["driver"] = name },
        Publish = [new PortMapping("127.0.0.1::80")],
        Memory = 64 * 1024 * 1024,
    };

    private static async Task UseAsync(IContainerOperations containers, string id, string name, CancellationToken cancel)
    {
        Scenarios.Say("created", (await ListAsync(containers, name, cancel).ConfigureAwait(false)).Single().State);
        await containers.StartAsync(id, cancel).ConfigureAwait(false);
        var running = (await ListAsync(containers, name, cancel).ConfigureAwait(false)).Single();
        Scenarios.Say("running", running.State);
        Scenarios.Say("names", string.Join(",", running.Names));
        Scenarios.Say("published", running.Ports.Single(port => port.HostPort is not null).HostIp);

        var detail = await containers.InspectAsync(id.Substring(0, 12), size: false, cancel).ConfigureAwait(false);
        Scenarios.Say("id", detail.ContainerId == id && running.ContainerId == id);
        Scenarios.Say("memory", detail.Memory);
        var processes = await containers.ProcessesAsync(id, psArguments: null, cancel).ConfigureAwait(false);
        Scenarios.Say("process", processes.Rows[0][processes.Rows[0].Count - 1].Split(' ')[0]);

        await ReadLogAsync(containers, id, cancel).ConfigureAwait(false);
        var watch = containers.WatchAsync(id, state => state.State == ContainerState.Exited, cancel);
        await containers.StopAsync(id, TimeSpan.FromSeconds(10), signal: null, cancel).ConfigureAwait(false);
        Scenarios.Say("watched", (await watch.ConfigureAwait(false)).ExitCode);
        Scenarios.Say("waited", await containers.WaitAsync(id, "not-running", cancel).ConfigureAwait(false));
        Scenarios.Say("stopped", (await ListAsync(containers, name, cancel).ConfigureAwait(false)).Single().State);
    }

    private static async Task ReadLogAsync(IContainerOperations containers, string id, CancellationToken cancel)
    {
        var entries = new List<ContainerLogEntry>();
        using (var log = await containers.OpenLogAsync(id, new LogQuery { Follow = true }, cancel).ConfigureAwait(false))
        {
            while (entries.Count < 3 && log.Read(entries))
            {
                cancel.ThrowIfCancellationRequested();
            }
        }

        foreach (var stream in (ContainerLogStream[])[ContainerLogStream.StdOut, ContainerLogStream.StdErr])
        {
            Scenarios.Say(stream.ToString(), string.Join("|", entries.Where(entry => entry.Stream == stream).Select(Short)));
        }

        Scenarios.Say("fresh", entries.All(entry => entry.Time.Kind == DateTimeKind.Local && (DateTime.Now - entry.Time).Duration() < TimeSpan.FromMinutes(1)));
        var lines = new List<string>();
        using var raw = await containers.OpenLogAsync(id, new LogQuery { StandardError = false, Timestamps = false }, cancel).ConfigureAwait(false);
        while (raw.ReadRaw(lines))
        {
        }

        await raw.ConfirmEndAsync(cancel).ConfigureAwait(false);
        Scenarios.Say("raw", string.Join("|", lines.Select(Short)));
    }

    private static string Short(ContainerLogEntry entry) => Short(entry.Message);

    private static string Short(string line) => line.Length < 100 ? line : line.Length + line.Substring(line.Length - 4);

    private static Task<IReadOnlyList<Container>> ListAsync(IContainerOperations containers, string name, CancellationToken cancel) => containers.ListAsync(
        new ContainerQuery
        {
            All = true,
            Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["label"] = ["driver=" + name] },
        },
        cancel);
}
