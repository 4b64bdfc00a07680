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
    public static CreateContainerParameters ToParameters(ContainerSpecification specification)
    {
        var ports = specification.Publish?.SelectMany(port => port.EachPort()).ToList() ?? [];
        var networks = specification.Networks ?? [];
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
            NetworkingConfig = networks.Count == 0 ? null : new NetworkingConfig
            {
                EndpointsConfig = networks.ToDictionary(network => network.Name, Endpoint, StringComparer.Ordinal),
            },
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
}
