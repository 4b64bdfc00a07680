using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace DockerPS.Tests.Engines;

/// <summary>Where the programs of an engine version are on this machine, or why they aren't.</summary>
public sealed class EnginePackages
{
    private static readonly string[] PodmanFiles = ["/usr/bin/podman", "/usr/bin/docker", "/usr/bin/busybox"];

    private EnginePackages(EngineVersion version, string root, string? missing)
    {
        Version = version;
        Root = root;
        Missing = missing;
    }

    public EngineVersion Version { get; }

    /// <summary>The folder that holds <c>usr/sbin/dockerd</c>: <c>/</c>, or one of the cache.</summary>
    public string Root { get; }

    [MemberNotNullWhen(false, nameof(Missing))]
    public bool Installed => Missing is null;

    /// <summary>Why the version can't be used, in one line, or null when it can.</summary>
    public string? Missing { get; }

    public string DaemonPath => Path.Combine(Root, Version == EngineVersion.Podman ? "usr/bin/podman" : "usr/sbin/dockerd");

    public string CliPath => Path.Combine(Root, "usr/bin/docker");

    public string ContainerdPath => Path.Combine(Root, "usr/bin/containerd");

    /// <summary>Docker's plugins (buildx, compose), where the version has them.</summary>
    public string PluginFolder => Path.Combine(Root, "usr/libexec/docker/cli-plugins");

    /// <summary>The value of PATH with this version's programs first.</summary>
    public string SearchPath
    {
        get
        {
            var own = new[] { Path.Combine(Root, "usr/sbin"), Path.Combine(Root, "usr/bin") };
            var rest = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
            // What apt installs may be in folders that a short PATH lacks.
            return string.Join(':', own.Concat(rest).Concat(["/usr/sbin", "/usr/bin", "/sbin", "/bin"]).Distinct(StringComparer.Ordinal));
        }
    }

    /// <summary>The folder of versions that are newer than the machine's own.</summary>
    public static string CacheFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("DOCKERPS_ENGINES_CACHE") is { Length: > 0 } chosen)
            {
                return Path.GetFullPath(chosen);
            }

            var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg
                ? xdg
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(caches, "dockerps-engines");
        }
    }

    public static EnginePackages Find(EngineVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var root = version.Suites.Count == 0 ? "/" : Path.Combine(CacheFolder, version.Name);
        return new EnginePackages(version, root, FindMissing(version, root));
    }

    public static IReadOnlyList<EnginePackages> FindAll() => [.. EngineVersion.All.Select(Find)];

    public override string ToString() => $"{Version} ({Missing ?? DaemonPath})";

    private static string? FindMissing(EngineVersion version, string root)
    {
        if (version == EngineVersion.Podman)
        {
            return PodmanFiles.FirstOrDefault(file => !File.Exists(file)) is { } absent
                ? $"{absent} is not there: run 'install {version}'"
                : null;
        }

        var hint = $"run 'install {version}'";
        foreach (var file in (string[])["usr/sbin/dockerd", "usr/bin/docker", "usr/bin/containerd"])
        {
            if (!File.Exists(Path.Combine(root, file)))
            {
                return $"{Path.Combine(root, file)} is not there: {hint}";
            }
        }

        // runc of a newer Debian wants a newer libc, so the machine's own serves all versions.
        foreach (var file in (string[])["/usr/sbin/runc", "/usr/sbin/iptables", "/usr/bin/busybox"])
        {
            if (!File.Exists(file))
            {
                return $"{file} is not there: run 'install {EngineVersion.V2010}'";
            }
        }

        if (root == "/")
        {
            var found = DebianPackages.InstalledVersion("docker.io");
            return found?.StartsWith(version.Name + ".", StringComparison.Ordinal) == true
                ? null
                : $"the machine's docker.io package is {found ?? "absent"}, not {version}";
        }

        return null;
    }
}
