using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>A network of its own for an engine, as a host of its own has it: joined to the cage by one cable, without a way out.</summary>
public sealed class NetworkNamespace : IAsyncDisposable
{
    private const string Hub = "dpshub";

    private static readonly SemaphoreSlim Turn = new(1);
    private static int s_last;

    private NetworkNamespace(int number)
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"dpsn{number}");
        Address = string.Create(CultureInfo.InvariantCulture, $"10.99.0.{number}");
    }

    public string Name { get; }

    /// <summary>Its address in the cage.</summary>
    public string Address { get; }

    internal string Handle => Path.Combine("/run/netns", Name);

    public static async Task<NetworkNamespace> CreateAsync()
    {
        var made = new NetworkNamespace(Interlocked.Increment(ref s_last));
        var (near, far) = ("v" + made.Name, "eth0");
        await Turn.WaitAsync();
        try
        {
            // The first one brings the hub that all hang on.
            await Tool.RunAsync("ip", ["link", "add", "name", Hub, "type", "bridge"]);
            await Tool.RunAsync("ip", ["addr", "add", "10.99.0.254/24", "dev", Hub]);
            await Tool.DemandAsync("ip", ["link", "set", Hub, "up"]);
        }
        finally
        {
            Turn.Release();
        }

        await Tool.DemandAsync("ip", ["netns", "add", made.Name]);
        try
        {
            await Tool.DemandAsync("ip", ["link", "add", near, "type", "veth", "peer", "name", far, "netns", made.Name]);
            await Tool.DemandAsync("ip", ["link", "set", near, "master", Hub, "up"]);
            await Tool.DemandAsync("ip", ["-n", made.Name, "addr", "add", made.Address + "/24", "dev", far]);
            await Tool.DemandAsync("ip", ["-n", made.Name, "link", "set", far, "up"]);
            await Tool.DemandAsync("ip", ["-n", made.Name, "link", "set", "lo", "up"]);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Tool.RunAsync("ip", ["netns", "del", Name]);
}
