using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerPS.Daemon;

/// <summary>What is read of the answer to <c>GET /info</c>.</summary>
internal sealed class InfoJson
{
    [JsonPropertyName("ID")]
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? ServerVersion { get; set; }

    public int Containers { get; set; }

    public int ContainersRunning { get; set; }

    public int ContainersPaused { get; set; }

    public int ContainersStopped { get; set; }

    public int Images { get; set; }

    public string? Driver { get; set; }

    public string? LoggingDriver { get; set; }

    public string? CgroupDriver { get; set; }

    public string? CgroupVersion { get; set; }

    public string? DefaultRuntime { get; set; }

    public Dictionary<string, JsonElement>? Runtimes { get; set; }

    public InfoSwarm? Swarm { get; set; }

    public string? OperatingSystem { get; set; }

    public string? OSType { get; set; }

    public string? Architecture { get; set; }

    public string? KernelVersion { get; set; }

    [JsonPropertyName("NCPU")]
    public int Cpus { get; set; }

    public long MemTotal { get; set; }

    public string? DockerRootDir { get; set; }

    public string? SystemTime { get; set; }

    public bool LiveRestoreEnabled { get; set; }

    public bool ExperimentalBuild { get; set; }

    public string[]? SecurityOptions { get; set; }

    public string[]? Labels { get; set; }

    public InfoRegistries? RegistryConfig { get; set; }

    public string[]? Warnings { get; set; }

    internal sealed class InfoSwarm
    {
        public string? LocalNodeState { get; set; }
    }

    internal sealed class InfoRegistries
    {
        public string[]? Mirrors { get; set; }
    }
}
