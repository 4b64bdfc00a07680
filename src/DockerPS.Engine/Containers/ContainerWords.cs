using System;
using System.Globalization;

namespace DockerPS.Containers;

/// <summary>Reads the engine's words for states.</summary>
internal static class ContainerWords
{
    /// <summary>A state; Podman's words are understood too.</summary>
    public static ContainerState State(string? word) => word switch
    {
        "running" => ContainerState.Running,
        "exited" or "stopped" => ContainerState.Exited,
        "created" or "configured" or "initialized" => ContainerState.Created,
        "paused" => ContainerState.Paused,
        "restarting" => ContainerState.Restarting,
        "removing" => ContainerState.Removing,
        "dead" => ContainerState.Dead,
        _ => ContainerState.Unknown,
    };

    /// <summary>What a health check says.</summary>
    public static ContainerHealth Health(string? word) => word switch
    {
        null or "" or "none" => ContainerHealth.None,
        "starting" => ContainerHealth.Starting,
        "healthy" => ContainerHealth.Healthy,
        "unhealthy" => ContainerHealth.Unhealthy,
        _ => ContainerHealth.Unknown,
    };

    /// <summary>The health in a list's status, such as <c>Up 5 minutes (healthy)</c> or <c>Up 2 seconds (health: starting)</c>.</summary>
    public static ContainerHealth HealthInStatus(string? status) => status switch
    {
        null => ContainerHealth.None,
        _ when status.EndsWith("(healthy)", StringComparison.Ordinal) => ContainerHealth.Healthy,
        _ when status.EndsWith("(unhealthy)", StringComparison.Ordinal) => ContainerHealth.Unhealthy,
        _ when status.EndsWith("(health: starting)", StringComparison.Ordinal) => ContainerHealth.Starting,
        _ => ContainerHealth.None,
    };

    /// <summary>The exit code in a list's status, such as <c>Exited (137) 3 minutes ago</c>.</summary>
    public static int? ExitCodeInStatus(string? status)
    {
        const string Begin = "Exited (";
        if (status is null || !status.StartsWith(Begin, StringComparison.Ordinal))
        {
            return null;
        }

        var end = status.IndexOf(')');
        return end > 0 && int.TryParse(status.Substring(Begin.Length, end - Begin.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
    }
}
