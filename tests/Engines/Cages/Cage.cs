using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace DockerPS.Tests.Engines;

/// <summary>
/// Runs a command in namespaces of its own (network with loopback only, mounts, processes, host name), with a temporary folder.
/// When the command ends, so does all that it started, and mounts, bridges, control groups and the folder go.
/// </summary>
public static class Cage
{
    public const string MarkVariable = "DOCKERPS_CAGE";

    public const string FolderVariable = "DOCKERPS_RUN";

    /// <summary>How long a command may take to end after SIGTERM.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    // Engines and containerd keep files in these whatever they are told, and sshd wants one.
    private static readonly string[] OwnFolders = ["/run/containerd", "/run/docker", "/etc/docker", "/run/sshd", "/run/netns", "/run/containers", "/var/lib/containers"];

    // The shell is process 1 of the cage. It must not be the command: process 1 ignores each signal that it doesn't handle, and it inherits
    // orphans, which the shell reaps while it waits.
    private static readonly string Init = $"""
        trap : INT TERM HUP QUIT
        ip link set lo up || exit 125
        for folder in {string.Join(' ', OwnFolders)}; do
            mkdir -p $folder && mount -t tmpfs -o mode=0755 dockerps $folder || exit 125
        done
        sh -c 'echo $$ >"$DOCKERPS_RUN/command.pid"; exec "$@"' sh "$@"
        exit $?
        """;

    /// <summary>Whether this process is in a cage.</summary>
    public static bool IsInside => Environment.GetEnvironmentVariable(MarkVariable) == "1";

    /// <summary>The run's folder.</summary>
    /// <exception cref="InvalidOperationException">This process is not in a cage.</exception>
    public static string Folder => IsInside && Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
        ? folder
        : throw new InvalidOperationException(
            "An engine starts in a cage only, so that nothing of it can stay behind. Run the command so: "
            + "dotnet DockerPS.Tests.Engines.dll cage -- COMMAND ARGUMENTS");

    /// <summary>Runs the command with this process's terminal or pipes, and returns its exit code.</summary>
    public static int Run(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (IsInside)
        {
            return ForegroundCommand.Run(new ProcessStartInfo(command[0], command.Skip(1)));
        }

        if (!OperatingSystem.IsLinux() || Signals.EffectiveUser() != 0)
        {
            throw new InvalidOperationException("A cage needs Linux and root.");
        }

        RunFolder.RemoveAbandoned();
        using var folder = RunFolder.Create();
        var added = OwnFolders.Where(path => !Directory.Exists(path)).ToList();
        try
        {
            return Run(command, folder.Path);
        }
        finally
        {
            RemoveEmpty(added);
        }
    }

    private static int Run(IReadOnlyList<string> command, string folder)
    {
        // The signal at the parent's death is tied to the thread that starts the child: it is the main thread, which waits below.
        var start = new ProcessStartInfo("setpriv",
        [
            "--pdeathsig", "KILL", "unshare", "--net", "--uts", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
            "--propagation", "private", "sh", "-c", Init, "sh", .. command,
        ]);
        start.Environment[MarkVariable] = "1";
        start.Environment[FolderVariable] = folder;
        return ForegroundCommand.Run(start, Grace, (unshare, signal) => SendInside(unshare, folder, signal));
    }

    // The command's number is one of the cage's: the signal is sent from inside. unshare itself holds SIGTERM back.
    private static void SendInside(int unshare, string folder, int signal)
    {
        var file = Path.Combine(folder, "command.pid");
        if (File.Exists(file) && FirstChild(unshare) is { } init)
        {
            using var nsenter = Process.Start("nsenter",
            [
                $"--target={init}", "--pid", "--",
                "sh", "-c", $"kill -{signal.ToString(CultureInfo.InvariantCulture)} {File.ReadAllText(file).Trim()}",
            ]);
            nsenter.WaitForExit(TimeSpan.FromSeconds(5));
        }
        else
        {
            Signals.Send(unshare, Signals.Kill);
        }
    }

    private static string? FirstChild(int pid)
    {
        var number = pid.ToString(CultureInfo.InvariantCulture);
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                // "12 (name) S 11 ...": the name may hold anything, so count from its end.
                var text = File.ReadAllText(Path.Combine(process, "stat"));
                var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
                if (string.Equals(fields[1], number, StringComparison.Ordinal))
                {
                    return Path.GetFileName(process);
                }
            }
            catch (IOException)
            {
                // It ended in the meantime.
            }
        }

        return null;
    }

    private static void RemoveEmpty(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                // Another cage has it, or somebody put something into it.
            }
        }
    }
}
