using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>The path and query that ask for a build.</summary>
internal static class BuildRequest
{
    public static string Path(BuildSpecification specification, BuildContext context, bool buildKit, string buildId, bool pull, bool podman)
    {
        var query = new Query("/build")
            .Add("version", buildKit ? "2" : null)
            .Add("buildid", buildKit ? buildId : null)
            .Add("remote", specification.RemoteContext)
            .Add("dockerfile", context.DockerfileName)
            .Add("nocache", specification.NoCache)
            .Add("pull", pull)
            .Add("rm", true)
            .Add("forcerm", specification.ForceRemove)
            .Add("squash", specification.Squash)
            .Add("target", specification.Target)
            .Add("platform", specification.Platform)
            .Add("networkmode", specification.Network)
            .Add("buildargs", Map(specification.Arguments))
            .Add("labels", specification.Labels is { Count: > 0 } labels ? JsonSerializer.Serialize(labels, EngineJson.Default.IReadOnlyDictionaryStringString) : null)
            .Add("cachefrom", Texts(specification.CacheFrom))
            .Add("shmsize", specification.ShmSize)
            .Add("ulimits", Ulimits(specification.Ulimits))
            .Add("cgroupparent", specification.CgroupParent)
            .Add("memory", specification.Memory)
            .Add("memswap", specification.MemorySwap)
            .Add("cpushares", specification.CpuShares)
            .Add("cpuperiod", specification.CpuPeriod)
            .Add("cpuquota", specification.CpuQuota)
            .Add("cpusetcpus", specification.CpusetCpus)
            .Add("cpusetmems", specification.CpusetMems)
            .Add("securityopt", Texts(specification.SecurityOptions))
            .Add("isolation", specification.Isolation);
        foreach (var tag in specification.Tags)
        {
            query.Add("t", tag);
        }

        if (podman)
        {
            // All in one list, as it wants them.
            query.Add("extrahosts", Texts(specification.ExtraHosts?.Select(host => host.ToString()).ToList()));
            return query.ToString();
        }

        foreach (var host in specification.ExtraHosts ?? [])
        {
            query.Add("extrahosts", host.ToString());
        }

        return query.ToString();
    }

    private static string? Map(IReadOnlyDictionary<string, string?>? arguments) =>
        arguments is { Count: > 0 } ? JsonSerializer.Serialize(arguments!, EngineJson.Default.IReadOnlyDictionaryStringString) : null;

    private static string? Texts(IReadOnlyList<string>? texts) =>
        texts is { Count: > 0 } ? JsonSerializer.Serialize(texts, EngineJson.Default.IReadOnlyListString) : null;

    private static string? Ulimits(IReadOnlyList<Ulimit>? limits) => limits is { Count: > 0 }
        ? JsonSerializer.Serialize(limits.Select(limit => new UlimitJson { Name = limit.Name, Soft = limit.Soft, Hard = limit.Hard }).ToList(), EngineJson.Default.ListUlimitJson)
        : null;
}
