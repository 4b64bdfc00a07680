using System;
using System.IO;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>
/// An engine's place among those of a cage: a number with a folder, a bridge and address ranges of its own. Engines that
/// share a bridge re-address it under each other, and published ports stop answering.
/// </summary>
internal sealed class EngineSlot
{
    private const int Count = 60;

    private readonly string _claim;

    private EngineSlot(int number, string claim)
    {
        Number = number;
        _claim = claim;
        Folder = Path.Combine(Path.GetDirectoryName(claim)!, $"e{number}");
    }

    public int Number { get; }

    public string Folder { get; }

    public string Bridge => $"dps{Number}";

    /// <summary>Of the engine's own bridge: 10.100.0.1/16 for the first engine.</summary>
    public string BridgeAddress => $"10.{100 + (2 * Number)}.0.1/16";

    /// <summary>For the networks that tests create.</summary>
    public string AddressPool => $"base=10.{101 + (2 * Number)}.0.0/16,size=24";

    /// <summary>Recognisable by its beginning, the name of the run's folder.</summary>
    public string ControlGroup => $"/{Path.GetFileName(Path.GetDirectoryName(_claim))}-{Number}";

    public static async Task<EngineSlot> ClaimAsync(NetworkNamespace? network = null)
    {
        var slot = Claim(Cage.Folder);
        Directory.CreateDirectory(slot.Folder);
        try
        {
            string[] where = network is null ? [] : ["-n", network.Name];
            await Tool.RunAsync("ip", [.. where, "link", "del", slot.Bridge]);
            await Tool.DemandAsync("ip", [.. where, "link", "add", "name", slot.Bridge, "type", "bridge"]);
            await Tool.DemandAsync("ip", [.. where, "addr", "add", slot.BridgeAddress, "dev", slot.Bridge]);
            await Tool.DemandAsync("ip", [.. where, "link", "set", slot.Bridge, "up"]);
            return slot;
        }
        catch
        {
            await slot.ReleaseAsync();
            throw;
        }
    }

    public async Task ReleaseAsync()
    {
        FolderRemoval.Remove(Folder);
        await Tool.RunAsync("ip", ["link", "del", Bridge]);
        ControlGroups.Remove(ControlGroup.TrimStart('/'));
        File.Delete(_claim);
    }

    // Several test processes may share a cage: a file that only one of them can create decides.
    private static EngineSlot Claim(string run)
    {
        for (var number = 0; number < Count; number++)
        {
            var claim = Path.Combine(run, $"slot-{number}");
            try
            {
                new FileStream(claim, FileMode.CreateNew).Dispose();
                return new EngineSlot(number, claim);
            }
            catch (IOException) when (File.Exists(claim))
            {
                // Taken.
            }
        }

        throw new InvalidOperationException($"All {Count} places for engines of this cage are taken.");
    }
}
