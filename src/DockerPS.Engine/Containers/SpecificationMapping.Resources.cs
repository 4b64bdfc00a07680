using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>What the container may use.</content>
internal static partial class SpecificationMapping
{
    private static void AddResources(JsonObject host, ContainerSpecification specification)
    {
        host["Memory"] = specification.Memory ?? 0;
        host["MemoryReservation"] = specification.MemoryReservation ?? 0;
        host["MemorySwap"] = specification.MemorySwap ?? 0;
        host["MemorySwappiness"] = specification.MemorySwappiness ?? -1;
        Set(host, "KernelMemory", specification.KernelMemory);
        host["OomKillDisable"] = specification.OomKillDisable ?? false;
        host["OomScoreAdj"] = specification.OomScoreAdj ?? 0;
        host["NanoCpus"] = specification.NanoCpus ?? 0;
        host["CpuShares"] = specification.CpuShares ?? 0;
        host["CpuPeriod"] = specification.CpuPeriod ?? 0;
        host["CpuQuota"] = specification.CpuQuota ?? 0;
        host["CpuRealtimePeriod"] = specification.CpuRealtimePeriod ?? 0;
        host["CpuRealtimeRuntime"] = specification.CpuRealtimeRuntime ?? 0;
        host["CpusetCpus"] = specification.CpusetCpus ?? "";
        host["CpusetMems"] = specification.CpusetMems ?? "";
        host["CpuCount"] = specification.CpuCount ?? 0;
        host["CpuPercent"] = specification.CpuPercent ?? 0;
        host["IOMaximumIOps"] = specification.IoMaxIops ?? 0;
        host["IOMaximumBandwidth"] = specification.IoMaxBandwidth ?? 0;
        host["PidsLimit"] = specification.PidsLimit ?? 0;
        host["CgroupParent"] = specification.CgroupParent ?? "";
        host["Ulimits"] = Ulimits(specification.Ulimits);
        host["BlkioWeight"] = specification.BlkioWeight ?? 0;
        host["BlkioWeightDevice"] = List(specification.BlkioWeightDevices, device => new JsonObject { ["Path"] = device.Path, ["Weight"] = device.Weight });
        host["BlkioDeviceReadBps"] = List(specification.DeviceReadBps, Rate);
        host["BlkioDeviceWriteBps"] = List(specification.DeviceWriteBps, Rate);
        host["BlkioDeviceReadIOps"] = List(specification.DeviceReadIops, Rate);
        host["BlkioDeviceWriteIOps"] = List(specification.DeviceWriteIops, Rate);
        host["DeviceCgroupRules"] = ListOrNull(specification.DeviceCgroupRules?.Select(rule => rule.ToString()));
        AddDevices(host, specification);
    }

    private static void AddDevices(JsonObject host, ContainerSpecification specification)
    {
        var devices = specification.Devices ?? [];
        host["Devices"] = List(devices.Where(device => !device.IsCdi), device => new JsonObject
        {
            ["PathOnHost"] = device.PathOnHost,
            ["PathInContainer"] = device.PathInContainer,
            ["CgroupPermissions"] = device.CgroupPermissions,
        });
        var requests = List(specification.Gpus, Gpu);
        var named = devices.Where(device => device.IsCdi).Select(device => device.PathOnHost).ToList();
        if (named.Count > 0)
        {
            requests.Add((JsonNode)new JsonObject { ["Driver"] = "cdi", ["Count"] = 0, ["DeviceIDs"] = List(named), ["Capabilities"] = null, ["Options"] = null });
        }

        host["DeviceRequests"] = requests.Count > 0 ? requests : null;
    }

    private static JsonObject Gpu(GpuRequest request) => new()
    {
        ["Driver"] = request.Driver,
        ["Count"] = request.Count,
        ["DeviceIDs"] = request.Devices.Count > 0 ? List(request.Devices) : null,
        ["Capabilities"] = new JsonArray(List(request.Capabilities)),
        ["Options"] = Map(request.Options),
    };

    private static JsonObject Rate(DeviceByteRate device) => new() { ["Path"] = device.Path, ["Rate"] = device.Rate.Bytes };

    private static JsonObject Rate(DeviceOperationRate device) => new() { ["Path"] = device.Path, ["Rate"] = device.Rate };

    // Each limit once: the last one counts.
    private static JsonArray Ulimits(IReadOnlyList<Ulimit>? limits) => List(
        limits?.GroupBy(limit => limit.Name, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(limit => limit.Name, StringComparer.Ordinal),
        limit => new JsonObject { ["Name"] = limit.Name, ["Soft"] = limit.Soft, ["Hard"] = limit.Hard });
}
