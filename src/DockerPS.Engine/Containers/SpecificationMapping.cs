using System;
using System.Collections.Generic;
using System.Linq;
using Docker.DotNet.Models;
using DockerPS.Engine;
using NetworkAttachment = DockerPS.NetworkAttachment;
using RestartPolicy = DockerPS.RestartPolicy;

namespace DockerPS.Containers;

/// <summary>Turns a specification into the body of <c>POST /containers/create</c>, as the docker command would.</summary>
internal static class SpecificationMapping
{
    /// <summary>A container's settings in a network.</summary>
    public static EndpointSettings Endpoint(NetworkAttachment network) => new()
    {
        Aliases = network.Aliases.ToList(),
        MacAddress = network.MacAddress ?? "",
        DriverOpts = network.DriverOptions.ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal),
        GwPriority = network.GatewayPriority,
        IPAMConfig = network.Ip is null && network.Ip6 is null && network.LinkLocalIps.Count == 0 ? null : new EndpointIPAMConfig
        {
            IPv4Address = network.Ip?.ToString() ?? "",
            IPv6Address = network.Ip6?.ToString() ?? "",
            LinkLocalIPs = network.LinkLocalIps.Select(address => address.ToString()).ToList(),
        },
    };

    /// <summary>The body.</summary>
    /// <param name="specification">What the container is made of.</param>
    /// <param name="networks">The networks that it is created in.</param>
    public static CreateContainerParameters ToParameters(ContainerSpecification specification, IReadOnlyList<NetworkAttachment> networks)
    {
        var ports = specification.Publish?.SelectMany(port => port.EachPort()).ToList() ?? [];
        return new CreateContainerParameters
        {
            Name = specification.Name,
            Platform = specification.Platform,
            Image = specification.Image,
            Cmd = specification.Command?.ToList()!,
            Entrypoint = specification.Entrypoint?.ToList()!,
            Env = specification.Env?.ToList()!,
            Labels = specification.Labels?.ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal)!,
            User = specification.User ?? "",
            WorkingDir = specification.Workdir ?? "",
            Tty = specification.Tty,
            OpenStdin = specification.Interactive,
            ExposedPorts = ports.Count == 0 ? null : ports.Select(Key).Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => default(EmptyStruct), StringComparer.Ordinal),
            Volumes = AnonymousVolumes(specification.Volumes)!,
            HostConfig = new HostConfig
            {
                PortBindings = ports.GroupBy(Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => (IList<PortBinding>)same.Select(Binding).ToList(), StringComparer.Ordinal),
                Binds = specification.Volumes?.Where(volume => volume.Source is not null).Select(volume => volume.ToString()).ToList()!,
                NetworkMode = networks.Count > 0 ? networks[0].Name : "default",
                RestartPolicy = Policy(specification.Restart),
                Memory = specification.Memory ?? 0,
                NanoCPUs = specification.NanoCpus ?? 0,
                AutoRemove = specification.AutoRemove,
            },
            NetworkingConfig = Endpoints(networks),
        };
    }

    private static string Key(PortMapping port) => port.ContainerPort + "/" + port.Protocol;

    private static PortBinding Binding(PortMapping port) => new() { HostIP = port.HostIp?.ToString() ?? "", HostPort = port.HostPortText };

    // A target without a source is a volume without a name.
    private static Dictionary<string, EmptyStruct>? AnonymousVolumes(IReadOnlyList<VolumeBinding>? volumes)
    {
        var anonymous = volumes?.Where(volume => volume.Source is null).ToDictionary(volume => volume.Target, _ => default(EmptyStruct), StringComparer.Ordinal);
        return anonymous is { Count: > 0 } ? anonymous : null;
    }

    private static global::Docker.DotNet.Models.RestartPolicy Policy(RestartPolicy? policy) => new()
    {
        Name = policy?.Mode switch
        {
            RestartMode.Always => RestartPolicyKind.Always,
            RestartMode.UnlessStopped => RestartPolicyKind.UnlessStopped,
            RestartMode.OnFailure => RestartPolicyKind.OnFailure,
            _ => RestartPolicyKind.No,
        },
        MaximumRetryCount = policy?.MaximumRetryCount ?? 0,
    };

    // The predefined networks are named by the mode alone, as the docker command does it; the engine refuses settings for some.
    private static NetworkingConfig? Endpoints(IReadOnlyList<NetworkAttachment> networks)
    {
        var endpoints = networks.Where(network => network.IsUserDefined || network.HasOptions).ToList();
        return endpoints.Count == 0 ? null : new NetworkingConfig
        {
            EndpointsConfig = endpoints.ToDictionary(network => network.Name, Endpoint, StringComparer.Ordinal),
        };
    }
}
