using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Streams;

namespace DockerPS.Daemon;

/// <summary>Makes objects of what an engine tells of itself.</summary>
internal static class DaemonMapping
{
    /// <summary>Reads the answer to <c>GET /info</c>.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    public static DockerInfo ReadInfo(ReadOnlyMemory<byte> answer, string engine)
    {
        var item = JsonSerializer.Deserialize(answer.Span, EngineJson.Default.InfoJson) ?? throw new JsonException("The answer is null.");
        var json = Encoding.UTF8.GetString(answer.ToArray());
        return new DockerInfo
        {
            EngineId = item.Id ?? "",
            Name = item.Name ?? "",
            ServerVersion = item.ServerVersion ?? "",
            Containers = item.Containers,
            ContainersRunning = item.ContainersRunning,
            ContainersPaused = item.ContainersPaused,
            ContainersStopped = item.ContainersStopped,
            Images = item.Images,
            StorageDriver = item.Driver ?? "",
            LoggingDriver = item.LoggingDriver ?? "",
            CgroupDriver = item.CgroupDriver ?? "",
            CgroupVersion = item.CgroupVersion ?? "",
            DefaultRuntime = item.DefaultRuntime ?? "",
            Runtimes = (item.Runtimes ?? []).Keys.OrderBy(name => name, StringComparer.Ordinal).ToArray(),
            Swarm = item.Swarm?.LocalNodeState ?? "",
            OperatingSystem = item.OperatingSystem ?? "",
            OSType = item.OSType ?? "",
            Architecture = item.Architecture ?? "",
            KernelVersion = item.KernelVersion ?? "",
            Cpus = item.Cpus,
            Memory = item.MemTotal,
            DataRoot = item.DockerRootDir ?? "",
            SystemTime = EngineTime.OfText(item.SystemTime),
            LiveRestore = item.LiveRestoreEnabled,
            Experimental = item.ExperimentalBuild,
            SecurityOptions = item.SecurityOptions ?? [],
            Labels = item.Labels ?? [],
            RegistryMirrors = item.RegistryConfig?.Mirrors ?? [],
            Warnings = item.Warnings ?? [],
            Engine = engine,
            Json = json,
        }.WithTree(() => JsonTree.Read(JsonDocument.Parse(json).RootElement));
    }

    public static DockerVersion ToVersion(VersionJson item, Version used, string engine) => new()
    {
        Version = item.Version ?? "",
        Platform = item.Platform?.Name ?? "",
        ApiVersion = Parse(item.ApiVersion),
        MinApiVersion = Parse(item.MinAPIVersion),
        UsedApiVersion = used,
        ModuleVersion = typeof(DockerVersion).Assembly.GetName().Version?.ToString(3) ?? "",
        GitCommit = item.GitCommit ?? "",
        GoVersion = item.GoVersion ?? "",
        OperatingSystem = item.Os ?? "",
        Architecture = item.Arch ?? "",
        KernelVersion = item.KernelVersion ?? "",
        BuildTime = EngineTime.OfText(item.BuildTime),
        Experimental = item.Experimental,
        Components = Array.ConvertAll(item.Components ?? [], Component),
        Engine = engine,
    };

    private static DockerComponent Component(VersionJson.VersionComponent part) => new()
    {
        Name = part.Name ?? "",
        Version = part.Version ?? "",
        GitCommit = part.Details is { } details && details.TryGetValue("GitCommit", out var commit) ? commit : "",
    };

    private static Version? Parse(string? text) => Version.TryParse(text, out var version) ? version : null;
}
