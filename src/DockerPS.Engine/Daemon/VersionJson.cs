using System.Collections.Generic;

namespace DockerPS.Daemon;

/// <summary>The answer to <c>GET /version</c>.</summary>
internal sealed class VersionJson
{
    public VersionPlatform? Platform { get; set; }

    public VersionComponent[]? Components { get; set; }

    public string? Version { get; set; }

    public string? ApiVersion { get; set; }

    public string? MinAPIVersion { get; set; }

    public string? GitCommit { get; set; }

    public string? GoVersion { get; set; }

    public string? Os { get; set; }

    public string? Arch { get; set; }

    public string? KernelVersion { get; set; }

    public string? BuildTime { get; set; }

    public bool Experimental { get; set; }

    internal sealed class VersionPlatform
    {
        public string? Name { get; set; }
    }

    internal sealed class VersionComponent
    {
        public string? Name { get; set; }

        public string? Version { get; set; }

        public Dictionary<string, string>? Details { get; set; }
    }
}
