using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>Refuses what the chosen builder does not know, before anything is sent: BuildKit would do without it and not say so.</summary>
internal static class BuildRules
{
    public static void Check(BuildSpecification specification, bool buildKit)
    {
        var unknown = buildKit ? OnlyClassic(specification).ToList() : [];
        if (unknown.Count > 0)
        {
            throw new DockerException(DockerError.InvalidArgument, $"BuildKit knows no {string.Join(", ", unknown)}: only the classic builder does.")
            { Remedy = "Leave it out, or build with -Builder Classic." };
        }
    }

    private static IEnumerable<string> OnlyClassic(BuildSpecification specification)
    {
        (string Name, bool Given)[] options =
        [
            ("-Memory", specification.Memory is not null),
            ("-MemorySwap", specification.MemorySwap is not null),
            ("-CpuShares", specification.CpuShares is not null),
            ("-CpuPeriod", specification.CpuPeriod is not null),
            ("-CpuQuota", specification.CpuQuota is not null),
            ("-CpusetCpus", specification.CpusetCpus is not null),
            ("-CpusetMems", specification.CpusetMems is not null),
            ("-SecurityOpt", specification.SecurityOptions is { Count: > 0 }),
            ("-Isolation", specification.Isolation is not null),
            ("-Squash", specification.Squash),
        ];
        return options.Where(option => option.Given).Select(option => option.Name);
    }
}
