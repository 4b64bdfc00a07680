using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>What the driver can be told to do. All scenarios use the engine that DOCKER_HOST names.</summary>
internal static class Scenarios
{
    public static async Task<int> RunAsync(string scenario, string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(170));
        switch (scenario)
        {
            case "loading":
                Loading.Run();
                return 0;
            case "lifecycle":
                await Lifecycle.RunAsync(Connect(), arguments[0], arguments[1], limit.Token).ConfigureAwait(false);
                return 0;
            case "follow":
                await FollowedLog.RunAsync(Connect(), arguments[0], arguments[1], limit.Token).ConfigureAwait(false);
                return 0;
            case "cancel":
                await CanceledCalls.RunAsync(Connect(), arguments[0], arguments[1], limit.Token).ConfigureAwait(false);
                return 0;
            case "process":
                await HeldProcess.RunAsync(Connect(), arguments[0], arguments[1], limit.Token).ConfigureAwait(false);
                return 0;
            case "failures":
                await RefusedCalls.RunAsync(Connect(), arguments[0], arguments[1], limit.Token).ConfigureAwait(false);
                return 0;
            case "reach":
                await Reach.RunAsync(Connect(), limit.Token).ConfigureAwait(false);
                return 0;
            default:
                Console.Error.WriteLine($"There is no scenario {scenario}.");
                return 64;
        }
    }

    public static void Say(string name, object? value) => Console.WriteLine(name + ": " + Convert.ToString(value, CultureInfo.InvariantCulture));

    private static IDockerEngine Connect()
    {
        var connector = EngineLoader.Connector;
        return connector.Connect(connector.Resolve(engine: null));
    }
}
