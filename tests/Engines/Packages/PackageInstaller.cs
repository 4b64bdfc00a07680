using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>Gets the packages of engine versions: the machine's own with apt-get, newer ones into a cache folder.</summary>
public static class PackageInstaller
{
    private static readonly string[] OwnPackages = ["docker.io", "busybox-static", "iptables", "iproute2", "procps", "docker-registry"];

    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string?> Quiet = new(StringComparer.Ordinal) { ["DEBIAN_FRONTEND"] = "noninteractive" };

    /// <summary>Installs the version unless it is there, and says what happened.</summary>
    /// <exception cref="InvalidOperationException">apt or dpkg failed; the message has their words.</exception>
    public static async Task<EnginePackages> InstallAsync(EngineVersion version, Action<string> say, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(say);
        using var turn = await TakeTurnAsync(cancel);
        await InstallOwnAsync(version == EngineVersion.Podman ? [.. OwnPackages, "podman", "netavark", "aardvark-dns"] : OwnPackages, say, cancel);
        if (version.Suites.Count > 0 && !EnginePackages.Find(version).Installed)
        {
            await FetchAsync(version, say, cancel);
        }

        return EnginePackages.Find(version);
    }

    /// <summary>Installs Mono unless it is there.</summary>
    /// <exception cref="InvalidOperationException">apt failed; the message has its words.</exception>
    public static async Task InstallMonoAsync(Action<string> say, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var turn = await TakeTurnAsync(cancel);
        await InstallOwnAsync([MonoRuntime.Package], say, cancel);
    }

    /// <summary>Installs the ssh server and its client unless they are there.</summary>
    /// <exception cref="InvalidOperationException">apt failed; the message has its words.</exception>
    public static async Task InstallSshAsync(Action<string> say, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var turn = await TakeTurnAsync(cancel);
        await InstallOwnAsync(SshServer.Packages, say, cancel);
    }

    private static async Task InstallOwnAsync(IEnumerable<string> packages, Action<string> say, CancellationToken cancel)
    {
        var absent = packages.Where(package => DebianPackages.InstalledVersion(package) is null).ToList();
        if (absent.Count == 0)
        {
            return;
        }

        say($"Installing {string.Join(", ", absent)}");
        // Recommended packages are left out on purpose: apparmor and cgroupfs-mount touch the machine, git is big. procps is what 'docker top' runs, docker-registry what TestRegistry does.
        string[] install = ["install", "-y", "--no-install-recommends", .. absent];
        // No daemon may start by itself: tests start their own.
        using (new DaemonsHeldBack())
        {
            var first = await Tool.RunAsync("apt-get", install, Quiet, DownloadLimit, cancel);
            if (!first.Succeeded)
            {
                await Tool.DemandAsync("apt-get", ["update"], Quiet, DownloadLimit, cancel);
                await Tool.DemandAsync("apt-get", install, Quiet, DownloadLimit, cancel);
            }
        }
    }

    private static async Task FetchAsync(EngineVersion version, Action<string> say, CancellationToken cancel)
    {
        var mirror = DebianMirror.OfThisMachine();
        var failures = new List<string>();
        foreach (var suite in version.Suites)
        {
            try
            {
                say($"Getting Docker {version} from {mirror.Address} {suite}");
                await FetchAsync(version, suite, mirror, cancel);
                return;
            }
            catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
            {
                failures.Add($"{suite}: {failure.Message.ReplaceLineEndings(" ")}");
            }
        }

        throw new InvalidOperationException(string.Join("; ", failures));
    }

    private static async Task FetchAsync(EngineVersion version, string suite, DebianMirror mirror, CancellationToken cancel)
    {
        var work = Path.Combine(EnginePackages.CacheFolder, $"{version}.part");
        var root = Path.Combine(work, "root");
        DeleteFolder(work);
        try
        {
            foreach (var folder in (string[])["lists/partial", "cache/archives/partial", "packages", "root"])
            {
                Directory.CreateDirectory(Path.Combine(work, folder));
            }

            var list = Path.Combine(work, "sources.list");
            await File.WriteAllTextAsync(list, mirror.ListLine(suite) + "\n", cancel);
            string[] options =
            [
                "-o", $"Dir::Etc::SourceList={list}", "-o", "Dir::Etc::SourceParts=/dev/null", "-o", $"Dir::State::Lists={work}/lists",
                "-o", $"Dir::Cache={work}/cache", "-o", "APT::Sandbox::User=root", "-o", "Acquire::Languages=none",
                "-o", "APT::Update::Post-Invoke-Success=", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=2",
                // Neither the machine's own packages nor a list that could not be had count as the suite's.
                "-o", "Dir::State::status=/dev/null", "-o", "APT::Update::Error-Mode=any",
            ];
            await Tool.DemandAsync("apt-get", [.. options, "update"], Quiet, DownloadLimit, cancel);

            var known = await Tool.DemandAsync("apt-cache", [.. options, "--no-all-versions", "show", "docker.io"], Quiet, cancel: cancel);
            var offered = known.Output.Split('\n').FirstOrDefault(line => line.StartsWith("Version: ", StringComparison.Ordinal))?["Version: ".Length..];
            if (offered?.StartsWith(version.Name + ".", StringComparison.Ordinal) != true)
            {
                throw new InvalidOperationException($"it has Docker {offered ?? "(none)"} now");
            }

            // Not runc: the newer one wants a newer libc than the machine's.
            string[] packages = ["docker.io", "docker-cli", "docker-buildx", "docker-compose", "containerd", suite == "trixie" ? "tini" : "tini-static"];
            await DownloadAsync([.. options, "download", .. packages], Path.Combine(work, "packages"), cancel);
            foreach (var package in Directory.EnumerateFiles(Path.Combine(work, "packages"), "*.deb"))
            {
                await Tool.DemandAsync("dpkg", ["-x", package, root], timeLimit: DownloadLimit, cancel: cancel);
            }

            var final = Path.Combine(EnginePackages.CacheFolder, version.Name);
            DeleteFolder(final);
            Directory.Move(root, final);
        }
        finally
        {
            DeleteFolder(work);
        }
    }

    // apt-get download writes into the current folder, which belongs to the whole process: a shell changes its own.
    private static Task<CommandResult> DownloadAsync(string[] arguments, string folder, CancellationToken cancel) =>
        Tool.DemandAsync("sh", ["-c", "cd \"$0\" && exec apt-get \"$@\"", folder, .. arguments], Quiet, DownloadLimit, cancel);

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Two runs at once would unpack over each other: the second waits for the first.</summary>
    private static async Task<FileStream> TakeTurnAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(EnginePackages.CacheFolder);
        var path = Path.Combine(EnginePackages.CacheFolder, "lock");
        for (var end = DateTime.UtcNow + (3 * DownloadLimit); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                await Task.Delay(200, cancel);
            }
        }
    }
}
