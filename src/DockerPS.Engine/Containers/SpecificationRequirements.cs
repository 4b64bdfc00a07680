using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Refuses options that the engine's API version lacks, or that are for another system: the engine would drop most of them without a word.</summary>
internal static class SpecificationRequirements
{
    /// <summary>Before it a hardware address is the container's, not the network's.</summary>
    public static readonly Version AddressPerNetwork = new(1, 44);

    /// <summary>The last version with limits for the kernel's memory.</summary>
    private static readonly Version LastKernelMemory = new(1, 41);

    private static readonly (Version Version, string What, Func<ContainerSpecification, bool> Uses)[] Options =
    [
        (new(1, 41), "-Platform", one => one.Platform is not null),
        (new(1, 41), "-CgroupNs", one => one.CgroupNamespace is { Length: > 0 }),
        (new(1, 42), "-Mount with the type cluster", one => Any(one, mount => mount.Type == MountType.Cluster)),
        (new(1, 43), "-Annotation", one => one.Annotations is { Count: > 0 }),
        (new(1, 44), "-HealthStartInterval", one => one.Health?.StartInterval is { Nanoseconds: > 0 }),
        (AddressPerNetwork, "-Network with mac-address", one => one.Networks?.Any(network => network.MacAddress is not null) == true),
        (new(1, 44), "-Mount with bind-recursive=readonly", one => Any(one, mount => mount.BindRecursion == BindRecursion.ReadOnly)),
        (new(1, 45), "-Mount with volume-subpath", one => Any(one, mount => mount.VolumeSubpath is not null)),
        (new(1, 48), "-Mount with the type image", one => Any(one, mount => mount.Type == MountType.Image)),
        (new(1, 48), "-Network with gw-priority", one => one.Networks?.Any(network => network.GatewayPriority != 0) == true),
    ];

    private static readonly (string What, Func<ContainerSpecification, bool> Uses)[] WindowsOptions =
    [
        ("-CpuCount", one => one.CpuCount is not null),
        ("-CpuPercent", one => one.CpuPercent is not null),
        ("-IoMaxBandwidth", one => one.IoMaxBandwidth is not null),
        ("-IoMaxIops", one => one.IoMaxIops is not null),
    ];

    /// <summary>Compares a specification with what the engine can do.</summary>
    /// <exception cref="DockerException">The engine lacks an option.</exception>
    public static async Task CheckAsync(EngineClient client, ContainerSpecification specification, CancellationToken cancel)
    {
        foreach (var (version, what, _) in Options.Where(option => option.Uses(specification)))
        {
            await client.RequireAsync(version, what, cancel).ConfigureAwait(false);
        }

        if (specification.KernelMemory is not null)
        {
            await CheckKernelMemoryAsync(client, cancel).ConfigureAwait(false);
        }

        var greeting = await client.GreetingAsync(cancel).ConfigureAwait(false);
        if (string.Equals(greeting.OperatingSystem, "linux", StringComparison.OrdinalIgnoreCase)
            && Array.Find(WindowsOptions, option => option.Uses(specification)) is { What: { } windows })
        {
            throw Lacks(client, $"{windows} is for Windows containers; the engine {client.Endpoint.Name} runs {greeting.OperatingSystem} ones.");
        }
    }

    /// <summary>Limits for the kernel's memory have ended.</summary>
    /// <exception cref="DockerException">The engine has none any more.</exception>
    public static async Task CheckKernelMemoryAsync(EngineClient client, CancellationToken cancel)
    {
        var used = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        if (used > LastKernelMemory)
        {
            throw Lacks(client, $"-KernelMemory ended with API version {LastKernelMemory}; with the engine {client.Endpoint.Name} version {used} is spoken.");
        }
    }

    private static bool Any(ContainerSpecification specification, Func<Mount, bool> test) => specification.Mounts?.Any(test) == true;

    private static DockerException Lacks(EngineClient client, string message) =>
        new(DockerError.NotSupportedByEngine, message) { Engine = client.Endpoint.Name };
}
