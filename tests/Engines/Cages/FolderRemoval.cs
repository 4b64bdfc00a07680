using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace DockerPS.Tests.Engines;

/// <summary>Removes the folder of an engine or of a run.</summary>
internal static class FolderRemoval
{
    /// <summary>Says on standard error when something is left: a leftover is no reason to lose the result of a run.</summary>
    public static void Remove(string path)
    {
        // A last process of a container may still be on its way out.
        for (var attempt = 0; attempt < 20 && Directory.Exists(path); attempt++)
        {
            if (attempt > 0)
            {
                Thread.Sleep(100);
            }

            // rm never follows a link and stays on one file system: a mount that is left can't cost its content.
            using var rm = Process.Start(new ProcessStartInfo("rm", ["-rf", "--one-file-system", "--", path]) { UseShellExecute = false, RedirectStandardError = true })!;
            rm.ErrorDataReceived += (_, _) => { };
            rm.BeginErrorReadLine();
            if (!rm.WaitForExit(TimeSpan.FromMinutes(1)))
            {
                rm.Kill();
            }
        }

        if (Directory.Exists(path))
        {
            Console.Error.WriteLine($"{path} could not be removed.");
        }
    }
}
