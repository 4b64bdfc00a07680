using System.Collections.Generic;
using System.Text.Json.Serialization;
using DockerPS.Connection;

namespace DockerPS.Containers;

/// <summary>What is read of the answer to <c>GET /containers/{id}/json</c>.</summary>
internal sealed class ContainerInspection
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Created { get; set; }

    public string? Path { get; set; }

    public string[]? Args { get; set; }

    public StateJson? State { get; set; }

    public string? Image { get; set; }

    public int RestartCount { get; set; }

    public string? Platform { get; set; }

    public long? SizeRw { get; set; }

    public long? SizeRootFs { get; set; }

    public ConfigJson? Config { get; set; }

    public HostConfigJson? HostConfig { get; set; }

    public NetworkSettingsJson? NetworkSettings { get; set; }

    public MountJson[]? Mounts { get; set; }

    /// <summary>The state.</summary>
    internal sealed class StateJson
    {
        public string? Status { get; set; }

        public bool OOMKilled { get; set; }

        public int Pid { get; set; }

        public int ExitCode { get; set; }

        public string? Error { get; set; }

        public string? StartedAt { get; set; }

        public string? FinishedAt { get; set; }

        public HealthJson? Health { get; set; }
    }

    /// <summary>The health check's verdict.</summary>
    internal sealed class HealthJson
    {
        public string? Status { get; set; }

        public List<HealthLogJson>? Log { get; set; }
    }

    /// <summary>One health check.</summary>
    internal sealed class HealthLogJson
    {
        public string? Output { get; set; }
    }

    /// <summary>What the container was made of.</summary>
    internal sealed class ConfigJson
    {
        public string? Hostname { get; set; }

        public string? User { get; set; }

        public bool Tty { get; set; }

        public bool OpenStdin { get; set; }

        public string[]? Env { get; set; }

        [JsonConverter(typeof(TextOrListConverter))]
        public string[]? Cmd { get; set; }

        [JsonConverter(typeof(TextOrListConverter))]
        public string[]? Entrypoint { get; set; }

        public string? Image { get; set; }

        public string? WorkingDir { get; set; }

        public Dictionary<string, string>? Labels { get; set; }
    }

    /// <summary>What the container may use of its host.</summary>
    internal sealed class HostConfigJson
    {
        public RestartPolicyJson? RestartPolicy { get; set; }

        public LogConfigJson? LogConfig { get; set; }

        public bool AutoRemove { get; set; }

        public long Memory { get; set; }

        public long NanoCpus { get; set; }

        public Dictionary<string, PortBindingJson[]?>? PortBindings { get; set; }
    }

    /// <summary>When it is started again.</summary>
    internal sealed class RestartPolicyJson
    {
        public string? Name { get; set; }

        public int MaximumRetryCount { get; set; }
    }

    /// <summary>Where its log goes.</summary>
    internal sealed class LogConfigJson
    {
        public string? Type { get; set; }
    }

    /// <summary>Where the host answers for a port.</summary>
    internal sealed class PortBindingJson
    {
        public string? HostIp { get; set; }

        public string? HostPort { get; set; }
    }

    /// <summary>Its networks.</summary>
    internal sealed class NetworkSettingsJson
    {
        public Dictionary<string, EndpointJson?>? Networks { get; set; }

        public Dictionary<string, PortBindingJson[]?>? Ports { get; set; }
    }
}
