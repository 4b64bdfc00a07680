using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>Whether the engine is reached, by a request and by a stream of its own, and if not why.</summary>
internal static class Reach
{
    public static async Task RunAsync(IDockerEngine engine, CancellationToken cancel)
    {
        try
        {
            await engine.PingAsync(cancel).ConfigureAwait(false);
            await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
            Scenarios.Say("reach", "Reached");
        }
        catch (DockerException failure)
        {
            Scenarios.Say("reach", failure.Error);
            System.Console.Error.WriteLine(failure);
        }
    }
}
