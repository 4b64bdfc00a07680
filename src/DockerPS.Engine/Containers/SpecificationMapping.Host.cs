using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>How the container lives on its machine.</content>
internal static partial class SpecificationMapping
{
    private static JsonObject HostConfig(ContainerSpecification specification, IReadOnlyList<NetworkAttachment> networks, string socket)
    {
        var host = new JsonObject
        {
            ["ContainerIDFile"] = specification.IdFile ?? "",
            ["NetworkMode"] = networks.Count > 0 ? networks[0].Name : "default",
            ["PortBindings"] = PortBindings(specification),
            ["PublishAllPorts"] = specification.PublishAll,
            ["Links"] = ListOrNull(specification.Links?.Select(link => link.ToString())),
            ["Dns"] = List(specification.Dns?.Select(address => address.ToString())),
            ["DnsOptions"] = List(specification.DnsOptions),
            ["DnsSearch"] = List(specification.DnsSearch),
            ["ExtraHosts"] = ListOrNull(specification.ExtraHosts?.Select(entry => entry.ToString())),
            ["RestartPolicy"] = new JsonObject { ["Name"] = specification.Restart?.Name ?? "no", ["MaximumRetryCount"] = specification.Restart?.MaximumRetryCount ?? 0 },
            ["AutoRemove"] = specification.AutoRemove,
            ["LogConfig"] = new JsonObject { ["Type"] = specification.LogDriver ?? "", ["Config"] = Map(specification.LogOptions) },
            ["Isolation"] = specification.Isolation ?? "",
        };
        Set(host, "Runtime", specification.Runtime is { Length: > 0 } runtime ? runtime : null);
        Set(host, "Init", specification.Init);
        Set(host, "Annotations", MapOrNull(specification.Annotations));
        AddStorage(host, specification, socket);
        AddSecurity(host, specification);
        AddResources(host, specification);
        return host;
    }

    private static JsonObject PortBindings(ContainerSpecification specification)
    {
        var bindings = new JsonObject();
        foreach (var same in Ports(specification).GroupBy(Key, StringComparer.Ordinal))
        {
            bindings[same.Key] = List(same, port => new JsonObject { ["HostIp"] = port.HostIp?.ToString() ?? "", ["HostPort"] = port.HostPortText });
        }

        return bindings;
    }

    private static void AddStorage(JsonObject host, ContainerSpecification specification, string socket)
    {
        var bound = specification.Volumes?.Where(volume => volume.Source is not null).Select(volume => volume.ToString()).ToList();
        host["Binds"] = bound is { Count: > 0 } ? List(bound) : null;
        host["VolumeDriver"] = specification.VolumeDriver ?? "";
        host["VolumesFrom"] = ListOrNull(specification.VolumesFrom);
        host["ReadonlyRootfs"] = specification.ReadOnlyRootFileSystem;
        host["ShmSize"] = specification.ShmSize ?? 0;
        Set(host, "StorageOpt", MapOrNull(specification.StorageOptions));
        Set(host, "Tmpfs", specification.Tmpfs is { Count: > 0 } ? Map(specification.Tmpfs.Select(folder => new KeyValuePair<string, string>(folder.Target, folder.Options))) : null);
        var mounts = List(specification.Mounts, MountMapping.ToJson);
        if (specification.UseApiSocket)
        {
            mounts.Add(MountMapping.Socket(socket));
        }

        Set(host, "Mounts", mounts.Count > 0 ? mounts : null);
    }

    private static void AddSecurity(JsonObject host, ContainerSpecification specification)
    {
        host["Privileged"] = specification.Privileged;
        host["CapAdd"] = ListOrNull(Capabilities(specification.CapAdd));
        host["CapDrop"] = ListOrNull(Capabilities(specification.CapDrop));
        host["GroupAdd"] = ListOrNull(specification.Groups);
        host["SecurityOpt"] = ListOrNull(specification.SecurityOptions?.Select(SeccompProfile.Compacted));
        host["MaskedPaths"] = specification.UnprotectedSystemPaths ? new JsonArray() : null;
        host["ReadonlyPaths"] = specification.UnprotectedSystemPaths ? new JsonArray() : null;
        host["CgroupnsMode"] = specification.CgroupNamespace ?? "";
        host["IpcMode"] = specification.IpcMode ?? "";
        host["PidMode"] = specification.PidMode ?? "";
        host["UsernsMode"] = specification.UserNamespace ?? "";
        host["UTSMode"] = specification.UtsMode ?? "";
        Set(host, "Sysctls", MapOrNull(specification.Sysctls));
    }

    // The engine's own form, in which it shows them; ALL has no prefix.
    private static IEnumerable<string>? Capabilities(IReadOnlyList<string>? names) => names?
        .Select(name => name.Trim().ToUpperInvariant())
        .Select(name => name == "ALL" || name.StartsWith("CAP_", StringComparison.Ordinal) ? name : "CAP_" + name)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(name => name, StringComparer.Ordinal);
}
