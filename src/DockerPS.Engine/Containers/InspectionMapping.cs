using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Images;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>Makes a container's detail of the engine's answer.</summary>
internal static class InspectionMapping
{
    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    public static ContainerDetail Read(ReadOnlyMemory<byte> answer, string engine)
    {
        var item = JsonSerializer.Deserialize(answer.Span, EngineJson.Default.ContainerInspection) ?? throw new JsonException("The answer is null.");
        var text = Encoding.UTF8.GetString(answer.ToArray());
        return ToDetail(item, text, engine);
    }

    private static ContainerDetail ToDetail(ContainerInspection item, string json, string engine)
    {
        var state = item.State ?? new();
        var config = item.Config ?? new();
        var host = item.HostConfig ?? new();
        return new ContainerDetail
        {
            ContainerId = item.Id ?? "",
            Name = ContainerMapping.Plain(item.Name ?? ""),
            Created = EngineTime.OfText(item.Created) ?? default,
            Image = ImageNames.Familiar(config.Image) ?? "",
            ImageId = ImageNames.WholeId(item.Image) ?? "",
            Path = item.Path ?? "",
            Arguments = item.Args ?? [],
            State = ContainerWords.State(state.Status),
            StateText = state.Status ?? "",
            ProcessId = state.Pid,
            ExitCode = state.ExitCode,
            Error = state.Error ?? "",
            OutOfMemory = state.OOMKilled,
            Started = EngineTime.OfText(state.StartedAt),
            Finished = EngineTime.OfText(state.FinishedAt),
            RestartCount = item.RestartCount,
            Health = ContainerWords.Health(state.Health?.Status),
            HealthOutput = state.Health?.Log is { Count: > 0 } log ? log[log.Count - 1].Output?.TrimEnd() : null,
            HostName = config.Hostname ?? "",
            User = config.User ?? "",
            Env = config.Env ?? [],
            Command = config.Cmd ?? [],
            Entrypoint = config.Entrypoint ?? [],
            WorkingDirectory = config.WorkingDir ?? "",
            Tty = config.Tty,
            Interactive = config.OpenStdin,
            AutoRemove = host.AutoRemove,
            Labels = config.Labels ?? [],
            RestartPolicy = Policy(host.RestartPolicy),
            Memory = host.Memory,
            Cpus = host.NanoCpus / 1_000_000_000m,
            Ports = Ports(item.NetworkSettings?.Ports is { Count: > 0 } ports ? ports : host.PortBindings),
            Mounts = item.Mounts is { } mounts ? Array.ConvertAll(mounts, mount => mount.ToMount()) : [],
            Networks = ContainerMapping.Endpoints(item.NetworkSettings?.Networks),
            Platform = item.Platform ?? "",
            LogDriver = host.LogConfig?.Type ?? "",
            SizeRw = item.SizeRw,
            SizeRootFs = item.SizeRootFs,
            Engine = engine,
            Json = json,
        }.WithTree(() => JsonTree.Read(JsonDocument.Parse(json).RootElement));
    }

    private static string Policy(ContainerInspection.RestartPolicyJson? policy) => policy?.Name switch
    {
        null or "" => "no",
        { } name when policy.MaximumRetryCount > 0 => name + ":" + policy.MaximumRetryCount.ToString(CultureInfo.InvariantCulture),
        { } name => name,
    };

    // "80/tcp": [{ HostIp, HostPort }], or null where the port is exposed only.
    private static ContainerPort[] Ports(Dictionary<string, ContainerInspection.PortBindingJson[]?>? ports) => ports is null ? [] : ports
        .SelectMany(port => port.Value is { Length: > 0 } bindings
            ? bindings.Select(binding => Port(port.Key, binding))
            : [Port(port.Key, null)])
        .OrderBy(port => port.Port)
        .ToArray();

    private static ContainerPort Port(string key, ContainerInspection.PortBindingJson? binding)
    {
        var parts = key.Split('/');
        return new ContainerPort
        {
            Port = Number(parts[0]) ?? 0,
            Protocol = parts.Length > 1 ? parts[1] : "tcp",
            HostIp = string.IsNullOrEmpty(binding?.HostPort) ? null : Address(binding!.HostIp),
            HostPort = Number(binding?.HostPort),
        };
    }

    // A binding without an address listens on every one.
    private static string Address(string? hostIp) => string.IsNullOrEmpty(hostIp) ? "0.0.0.0" : hostIp!;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
