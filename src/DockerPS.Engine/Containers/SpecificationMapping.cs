using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Turns a specification into the body of <c>POST /containers/create</c>, as the docker command would: also what it sends for options that were not given, so that an inspection shows the same.</summary>
internal static partial class SpecificationMapping
{
    /// <summary>The body.</summary>
    /// <param name="specification">What the container is made of.</param>
    /// <param name="networks">The networks that it is created in.</param>
    /// <param name="version">The API version that is spoken.</param>
    /// <param name="socket">The engine's socket on its own machine.</param>
    public static JsonObject ToJson(ContainerSpecification specification, IReadOnlyList<NetworkAttachment> networks, Version version, string socket)
    {
        var body = new JsonObject
        {
            ["Image"] = specification.Image,
            ["Hostname"] = specification.Hostname ?? "",
            ["Domainname"] = specification.Domainname ?? "",
            ["User"] = specification.User ?? "",
            ["AttachStdin"] = specification.AttachStandardInput,
            ["AttachStdout"] = specification.AttachStandardOutput,
            ["AttachStderr"] = specification.AttachStandardError,
            ["Tty"] = specification.Tty,
            ["OpenStdin"] = specification.Interactive,
            ["StdinOnce"] = specification.Interactive && specification.AttachStandardInput,
            ["Env"] = ListOrNull(specification.Env),
            ["Cmd"] = ListOrNull(specification.Command),
            ["Entrypoint"] = ListOrNull(specification.Entrypoint),
            ["WorkingDir"] = specification.Workdir ?? "",
            ["Labels"] = Map(specification.Labels),
            ["Volumes"] = AnonymousVolumes(specification.Volumes),
            ["NetworkingConfig"] = new JsonObject { ["EndpointsConfig"] = Endpoints(specification, networks, version) },
            ["HostConfig"] = HostConfig(specification, networks, socket),
        };
        Set(body, "ExposedPorts", ExposedPorts(specification));
        Set(body, "Healthcheck", specification.Health is { } health ? Health(health) : null);
        Set(body, "StopSignal", specification.StopSignal);
        Set(body, "StopTimeout", specification.StopTimeout);
        Set(body, "MacAddress", version < SpecificationRequirements.AddressPerNetwork ? specification.MacAddress?.ToString() : null);
        return body;
    }

    private static JsonObject Health(HealthCheck health)
    {
        var check = new JsonObject();
        Set(check, "Test", health.None ? new JsonArray("NONE") : health.Command is { } command ? new JsonArray("CMD-SHELL", command) : ListOrNull(health.Test));
        Set(check, "Interval", Nanoseconds(health.Interval));
        Set(check, "Timeout", Nanoseconds(health.Timeout));
        Set(check, "StartPeriod", Nanoseconds(health.StartPeriod));
        Set(check, "StartInterval", Nanoseconds(health.StartInterval));
        Set(check, "Retries", health.Retries is > 0 ? health.Retries : null);
        return check;

        static long? Nanoseconds(Duration? time) => time is { Nanoseconds: > 0 } ? time.Nanoseconds : null;
    }

    // A target without a source is a volume without a name.
    private static JsonObject AnonymousVolumes(IReadOnlyList<VolumeBinding>? volumes) =>
        Keys(volumes?.Where(volume => volume.Source is null).Select(volume => volume.Target) ?? []);

    private static JsonObject? ExposedPorts(ContainerSpecification specification)
    {
        var ports = Keys(Ports(specification).Select(Key).Concat(specification.Expose?.SelectMany(port => port.EachPort()) ?? []));
        return ports.Count > 0 ? ports : null;
    }

    private static IEnumerable<PortMapping> Ports(ContainerSpecification specification) => specification.Publish?.SelectMany(port => port.EachPort()) ?? [];

    private static string Key(PortMapping port) => FormattableString.Invariant($"{port.ContainerPort}/{port.Protocol}");

    /// <summary>Sets what there is; what is null the docker command leaves out.</summary>
    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static JsonArray List(IEnumerable<string>? texts) => new((texts ?? []).Select(text => (JsonNode?)JsonValue.Create(text)).ToArray());

    private static JsonArray List<T>(IEnumerable<T>? values, Func<T, JsonNode> make) => new((values ?? []).Select(value => (JsonNode?)make(value)).ToArray());

    private static JsonArray? ListOrNull(IEnumerable<string>? texts) => texts is null ? null : List(texts);

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>>? values)
    {
        var map = new JsonObject();
        foreach (var value in values ?? [])
        {
            map[value.Key] = value.Value;
        }

        return map;
    }

    private static JsonObject? MapOrNull(IReadOnlyDictionary<string, string>? values) => values is { Count: > 0 } ? Map(values) : null;

    private static JsonObject Keys(IEnumerable<string> keys)
    {
        var map = new JsonObject();
        foreach (var key in keys)
        {
            map[key] = new JsonObject();
        }

        return map;
    }
}
