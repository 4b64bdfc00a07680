using System;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>Calls that fail, and the ids of their failures.</summary>
internal static class RefusedCalls
{
    public static async Task RunAsync(IDockerEngine engine, string image, string name, CancellationToken cancel)
    {
        var containers = engine.Containers;
        await SayAsync("inspect", () => containers.InspectAsync(name, size: false, cancel)).ConfigureAwait(false);
        await SayAsync("stop", () => containers.StopAsync(name, timeout: null, signal: null, cancel)).ConfigureAwait(false);
        await SayAsync("log", () => containers.OpenLogAsync(name, new LogQuery(), cancel)).ConfigureAwait(false);
        await SayAsync("processes", () => containers.ProcessesAsync(name, psArguments: null, cancel)).ConfigureAwait(false);
        await SayAsync("image", () => containers.CreateAsync(new ContainerSpecification { Image = name, Name = name }, cancel)).ConfigureAwait(false);
        await SayAsync("pull", () => engine.Images.PullAsync(new ImageReference("127.0.0.1:1/" + name), platform: null, progress: null, cancel)).ConfigureAwait(false);

        var created = await containers.CreateAsync(new ContainerSpecification { Image = image, Name = name, Command = ["true"] }, cancel).ConfigureAwait(false);
        try
        {
            await SayAsync("name", () => containers.CreateAsync(new ContainerSpecification { Image = image, Name = name }, cancel)).ConfigureAwait(false);
            await SayAsync("kill", () => containers.KillAsync(name, signal: null, cancel)).ConfigureAwait(false);
        }
        finally
        {
            await containers.RemoveAsync(created.ContainerId, force: true, volumes: true, CancellationToken.None).ConfigureAwait(false);
        }

        await SayAsync("canceled", () => containers.ListAsync(new ContainerQuery(), new CancellationToken(canceled: true))).ConfigureAwait(false);
        await SayAsync("no socket", () => Elsewhere("unix:///nowhere/docker.sock").PingAsync(cancel)).ConfigureAwait(false);
        await SayAsync("no port", () => Elsewhere("tcp://127.0.0.1:1").PingAsync(cancel)).ConfigureAwait(false);
        await SayAsync("no address", () => Elsewhere("unix://nowhere").PingAsync(cancel)).ConfigureAwait(false);
    }

    private static IDockerEngine Elsewhere(string address) => EngineLoader.Connector.Connect(EngineLoader.Connector.Resolve(address));

    private static async Task SayAsync(string name, Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            Scenarios.Say(name, "no failure");
        }
        catch (DockerException failure)
        {
            Scenarios.Say(name, failure.Error + (failure.StatusCode is { } status ? " " + status : ""));
        }
        catch (OperationCanceledException)
        {
            Scenarios.Say(name, nameof(OperationCanceledException));
        }
    }
}
