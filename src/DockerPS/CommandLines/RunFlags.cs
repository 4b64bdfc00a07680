using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.CommandLines;

/// <summary>All flags of <c>docker run</c> and <c>docker create</c> that say what a container is, in the order in which lines are written.</summary>
internal static class RunFlags
{
    /// <summary>The flags.</summary>
    public static IReadOnlyList<RunFlag> All { get; } =
    [
        Text("name", "Name", one => one.Name),
        Switch("rm", "Rm", one => one.AutoRemove),
        Switch("interactive", "Interactive", one => one.Interactive, 'i'),
        Switch("tty", "Tty", one => one.Tty, 't'),
        List("attach", "Attach", AttachedStreams, 'a'),
        Text("restart", "Restart", one => one.Restart?.ToString()),
        List("publish", "Publish", one => one.Publish, 'p'),
        Switch("publish-all", "PublishAll", one => one.PublishAll, 'P'),
        List("expose", "Expose", one => one.Expose),
        List("network", "Network", one => one.Networks),
        List("network-alias", "NetworkAlias", one => one.NetworkAliases),
        Text("ip", "Ip", one => one.Ip?.ToString()),
        Text("ip6", "Ip6", one => one.Ip6?.ToString()),
        List("link-local-ip", "LinkLocalIp", one => one.LinkLocalIps),
        Text("mac-address", "MacAddress", one => one.MacAddress?.ToString()),
        List("link", "Link", one => one.Links),
        Text("hostname", "Hostname", one => one.Hostname, 'h'),
        Text("domainname", "Domainname", one => one.Domainname),
        List("dns", "Dns", one => one.Dns),
        List("dns-option", "DnsOption", one => one.DnsOptions),
        List("dns-search", "DnsSearch", one => one.DnsSearch),
        List("add-host", "AddHost", one => one.ExtraHosts),
        List("volume", "Volume", one => one.Volumes, 'v'),
        List("mount", "Mount", one => one.Mounts),
        List("tmpfs", "Tmpfs", one => one.Tmpfs),
        List("volumes-from", "VolumesFrom", one => one.VolumesFrom),
        Text("volume-driver", "VolumeDriver", one => one.VolumeDriver),
        List("storage-opt", "StorageOpt", one => Pairs(one.StorageOptions)),
        Switch("read-only", "ReadOnly", one => one.ReadOnlyRootFileSystem),
        Text("shm-size", "ShmSize", one => Size(one.ShmSize)),
        Switch("use-api-socket", "UseApiSocket", one => one.UseApiSocket),
        List("env", "Env", one => one.Env, 'e'),
        List("env-file", "EnvFile", _ => null),
        List("label", "Label", one => Pairs(one.Labels, bareKeys: true), 'l'),
        List("label-file", "LabelFile", _ => null),
        List("annotation", "Annotation", one => Pairs(one.Annotations)),
        Text("user", "User", one => one.User, 'u'),
        Text("workdir", "Workdir", one => one.Workdir, 'w'),
        List("group-add", "GroupAdd", one => one.Groups),
        Switch("privileged", "Privileged", one => one.Privileged),
        List("cap-add", "CapAdd", one => one.CapAdd),
        List("cap-drop", "CapDrop", one => one.CapDrop),
        List("security-opt", "SecurityOpt", SecurityOptions),
        List("sysctl", "Sysctl", one => Pairs(one.Sysctls)),
        Text("cgroupns", "CgroupNs", one => one.CgroupNamespace),
        Text("ipc", "Ipc", one => one.IpcMode),
        Text("pid", "Pid", one => one.PidMode),
        Text("userns", "Userns", one => one.UserNamespace),
        Text("uts", "Uts", one => one.UtsMode),
        Text("memory", "Memory", one => Size(one.Memory), 'm'),
        Text("memory-reservation", "MemoryReservation", one => Size(one.MemoryReservation)),
        Text("memory-swap", "MemorySwap", one => Size(one.MemorySwap)),
        Number("memory-swappiness", "MemorySwappiness", one => one.MemorySwappiness),
        Text("kernel-memory", "KernelMemory", one => Size(one.KernelMemory)),
        Switch("oom-kill-disable", "OomKillDisable", one => one.OomKillDisable, falseToo: true),
        Number("oom-score-adj", "OomScoreAdj", one => one.OomScoreAdj),
        Text("cpus", "Cpus", one => one.NanoCpus is { } cpus ? (cpus / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture) : null),
        Number("cpu-shares", "CpuShares", one => one.CpuShares, 'c'),
        Number("cpu-period", "CpuPeriod", one => one.CpuPeriod),
        Number("cpu-quota", "CpuQuota", one => one.CpuQuota),
        Number("cpu-rt-period", "CpuRtPeriod", one => one.CpuRealtimePeriod),
        Number("cpu-rt-runtime", "CpuRtRuntime", one => one.CpuRealtimeRuntime),
        Text("cpuset-cpus", "CpusetCpus", one => one.CpusetCpus),
        Text("cpuset-mems", "CpusetMems", one => one.CpusetMems),
        Number("cpu-count", "CpuCount", one => one.CpuCount),
        Number("cpu-percent", "CpuPercent", one => one.CpuPercent),
        Number("pids-limit", "PidsLimit", one => one.PidsLimit),
        List("ulimit", "Ulimit", one => one.Ulimits),
        Text("cgroup-parent", "CgroupParent", one => one.CgroupParent),
        List("device", "Device", one => one.Devices),
        List("device-cgroup-rule", "DeviceCgroupRule", one => one.DeviceCgroupRules),
        List("gpus", "Gpus", one => one.Gpus),
        Number("blkio-weight", "BlkioWeight", one => one.BlkioWeight),
        List("blkio-weight-device", "BlkioWeightDevice", one => one.BlkioWeightDevices),
        List("device-read-bps", "DeviceReadBps", one => one.DeviceReadBps),
        List("device-write-bps", "DeviceWriteBps", one => one.DeviceWriteBps),
        List("device-read-iops", "DeviceReadIops", one => one.DeviceReadIops),
        List("device-write-iops", "DeviceWriteIops", one => one.DeviceWriteIops),
        Text("io-maxbandwidth", "IoMaxBandwidth", one => Size(one.IoMaxBandwidth)),
        Number("io-maxiops", "IoMaxIops", one => (long?)one.IoMaxIops),
        Switch("init", "Init", one => one.Init, falseToo: true),
        Text("stop-signal", "StopSignal", one => one.StopSignal),
        Number("stop-timeout", "StopTimeout", one => one.StopTimeout),
        Switch("no-healthcheck", "NoHealthcheck", one => one.Health?.None),
        Text("health-cmd", "HealthCmd", one => HealthCommand(one.Health)),
        Text("health-interval", "HealthInterval", one => one.Health?.Interval?.ToString()),
        Text("health-timeout", "HealthTimeout", one => one.Health?.Timeout?.ToString()),
        Number("health-retries", "HealthRetries", one => one.Health?.Retries),
        Text("health-start-period", "HealthStartPeriod", one => one.Health?.StartPeriod?.ToString()),
        Text("health-start-interval", "HealthStartInterval", one => one.Health?.StartInterval?.ToString()),
        Text("log-driver", "LogDriver", one => one.LogDriver),
        List("log-opt", "LogOpt", one => Pairs(one.LogOptions)),
        Text("runtime", "Runtime", one => one.Runtime),
        Text("isolation", "Isolation", one => one.Isolation),
        Text("cidfile", "CidFile", _ => null),
        Text("platform", "Platform", one => one.Platform),
        Text("pull", "Pull", _ => null),
        Switch("quiet", "Quiet", _ => null, 'q'),
        Switch("disable-content-trust", "DisableContentTrust", _ => null),
        Text("entrypoint", "Entrypoint", one => one.Entrypoint is { Count: > 0 } words ? words[0] : null),
    ];

    /// <summary>Old names that docker still takes, but shows no more.</summary>
    private static readonly Dictionary<string, string> OldNames = new(StringComparer.Ordinal)
    {
        ["net"] = "network",
        ["net-alias"] = "network-alias",
        ["dns-opt"] = "dns-option",
    };

    private static readonly Dictionary<string, RunFlag> Named = All.ToDictionary(flag => flag.Name, StringComparer.Ordinal);

    private static readonly Dictionary<char, RunFlag> Letters = All.Where(flag => flag.Short is not null).ToDictionary(flag => flag.Short!.Value);

    /// <summary>The flag of a name; null where there is none.</summary>
    public static RunFlag? Find(string name) => Named.TryGetValue(OldNames.TryGetValue(name, out var today) ? today : name, out var flag) ? flag : null;

    /// <summary>The flag of a letter; null where there is none.</summary>
    public static RunFlag? Find(char letter) => Letters.TryGetValue(letter, out var flag) ? flag : null;

    private static RunFlag Text(string name, string parameter, Func<ContainerSpecification, string?> value, char? letter = null) =>
        new(name, letter, parameter, RunFlagKind.Text, one => value(one) is { } text ? [text] : null);

    private static RunFlag Number(string name, string parameter, Func<ContainerSpecification, long?> value, char? letter = null) =>
        new(name, letter, parameter, RunFlagKind.Number, one => value(one) is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : null);

    private static RunFlag List(string name, string parameter, Func<ContainerSpecification, IEnumerable<object>?> values, char? letter = null) =>
        new(name, letter, parameter, RunFlagKind.List, one => values(one)?.Select(value => value.ToString()!).ToList() is { Count: > 0 } texts ? texts : null);

    private static RunFlag Switch(string name, string parameter, Func<ContainerSpecification, bool?> value, char? letter = null, bool falseToo = false) =>
        new(name, letter, parameter, RunFlagKind.Switch, one => value(one) switch
        {
            true => ["true"],
            false when falseToo => ["false"],
            _ => null,
        });

    private static string? Size(long? bytes) => bytes switch
    {
        null => null,
        < 0 => "-1",
        { } size => new ByteSize(size).ToString(),
    };

    private static IEnumerable<string>? Pairs(IReadOnlyDictionary<string, string>? values, bool bareKeys = false) =>
        values?.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => bareKeys && value.Value.Length == 0 ? value.Key : value.Key + "=" + value.Value);

    private static IEnumerable<string> SecurityOptions(ContainerSpecification one) =>
        (one.SecurityOptions ?? []).Concat(one.UnprotectedSystemPaths ? ["systempaths=unconfined"] : []);

    // Both outputs, and the input of one that reads, need no flag; nor does none at all: then it runs in the background.
    private static IEnumerable<string>? AttachedStreams(ContainerSpecification one)
    {
        var (input, output, error) = (one.AttachStandardInput, one.AttachStandardOutput, one.AttachStandardError);
        return !(input || output || error) || (output && error && input == one.Interactive)
            ? null
            : new[] { input ? "stdin" : "", output ? "stdout" : "", error ? "stderr" : "" }.Where(stream => stream.Length > 0);
    }

    private static string? HealthCommand(HealthCheck? health) => health?.Command
        ?? (health?.Test is { Count: > 1 } test ? string.Join(" ", test.Skip(1).Select(ShellText.Quoted)) : null);
}
