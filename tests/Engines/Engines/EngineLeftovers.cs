using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>What a dead engine leaves in its cage: shims with their containers, and mounts below its folder.</summary>
internal static class EngineLeftovers
{
    // Podman's are conmon, which starts a podman at a container's end.
    private static readonly string[] Shims = ["containerd", "conmon", "podman"];

    /// <summary>Kills what still belongs to the engine. The cage has process numbers of its own, so nothing of the machine can be meant.</summary>
    public static async Task RemoveAsync(string folder)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var processes = Processes(folder).ToList();
            if (processes.Count == 0)
            {
                break;
            }

            processes.ForEach(pid => Signals.Send(pid, Signals.Kill));
            await Task.Delay(50);
        }

        foreach (var mount in Mounts(folder).OrderByDescending(mount => mount.Length))
        {
            await Tool.RunAsync("umount", ["--lazy", mount]);
        }
    }

    // Shims and containerd, and what Podman has in their place, name the folder in their arguments; a container's processes are in a control group of the engine,
    // and see the engine's folder as the origin of their root.
    private static IEnumerable<int> Processes(string folder)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var pid) || pid <= 1 || pid == Environment.ProcessId)
            {
                continue;
            }

            if (BelongsTo(process, folder))
            {
                yield return pid;
            }
        }
    }

    private static bool BelongsTo(string process, string folder)
    {
        try
        {
            var program = Path.GetFileName(File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0')[0]);
            var isShim = Array.Exists(Shims, shim => program.StartsWith(shim, StringComparison.Ordinal))
                && File.ReadAllText(Path.Combine(process, "cmdline")).Contains(folder + "/", StringComparison.Ordinal);
            return isShim
                || File.ReadLines(Path.Combine(process, "mountinfo")).Any(line =>
                    line.Split(' ') is { Length: > 4 } fields && fields[4] == "/" && line.Contains(folder + "/", StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Mounts(string folder) =>
        File.ReadLines("/proc/self/mounts")
            .Select(line => line.Split(' ')[1])
            .Where(mount => mount.StartsWith(folder + "/", StringComparison.Ordinal));
}
