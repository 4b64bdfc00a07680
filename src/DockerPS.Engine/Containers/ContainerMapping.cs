using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>Makes the objects that cmdlets emit of the engine's answers.</summary>
internal static class ContainerMapping
{
    public static Container ToContainer(ContainerListItem item, string engine)
    {
        var names = item.Names is { } given ? Array.ConvertAll(given, Plain) : [];
        return new Container
        {
            ContainerId = item.Id ?? "",
            Names = names,
            Name = OwnName(names),
            Image = item.Image ?? "",
            ImageId = item.ImageId ?? "",
            Command = item.Command ?? "",
            Created = EngineTime.OfUnixSeconds(item.Created),
            State = ContainerWords.State(item.State),
            StateText = item.State ?? "",
            Status = item.Status ?? "",
            Health = ContainerWords.HealthInStatus(item.Status),
            ExitCode = ContainerWords.ExitCodeInStatus(item.Status),
            Ports = Ports(item.Ports),
            Labels = item.Labels ?? [],
            Mounts = item.Mounts is { } mounts ? Array.ConvertAll(mounts, mount => mount.ToMount()) : [],
            Networks = Endpoints(item.NetworkSettings?.Networks),
            SizeRw = item.SizeRw,
            SizeRootFs = item.SizeRootFs,
            Engine = engine,
        };
    }

    public static ContainerEndpoint[] Endpoints(Dictionary<string, EndpointJson?>? networks) => networks is { Count: > 0 }
        ? networks.Select(network => (network.Value ?? new EndpointJson()).ToEndpoint(network.Key)).ToArray()
        : [];

    /// <summary>A name without the slash that the engine puts before it.</summary>
    public static string Plain(string name) => name.TrimStart('/');

    // A link gives a container a second name, with the other container's before it: web/db. A name of its own has no slash.
    private static string OwnName(string[] names) => Array.Find(names, name => name.IndexOf('/') < 0) ?? (names.Length > 0 ? names[0] : "");

    private static ContainerPort[] Ports(ContainerListItem.ListPort[]? ports) => ports is not { Length: > 0 } ? [] : ports
        .OrderBy(port => port.PrivatePort).ThenBy(port => port.Type, StringComparer.Ordinal).ThenBy(port => port.Ip?.IndexOf(':') >= 0)
        .Select(port => new ContainerPort
        {
            HostIp = port.PublicPort is > 0 ? port.Ip : null,
            HostPort = port.PublicPort is > 0 ? port.PublicPort : null,
            Port = port.PrivatePort,
            Protocol = port.Type ?? "tcp",
        }).ToArray();
}
