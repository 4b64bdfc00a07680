using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>What it may use.</content>
internal sealed partial class SpecificationReader
{
    private void ReadResources(ContainerSpecification specification)
    {
        var memory = _host.NumberSet("Memory");
        specification.Memory = memory;
        specification.MemoryReservation = _host.NumberSet("MemoryReservation");

        // As much swap again is what the engine takes where nothing is said of it.
        specification.MemorySwap = _host.NumberSet("MemorySwap") is { } swap && swap != memory * 2 ? swap : null;
        specification.MemorySwappiness = _host.Number("MemorySwappiness") is { } swappiness and not -1 ? swappiness : null;
        specification.KernelMemory = _host.NumberSet("KernelMemory");
        specification.OomKillDisable = _host.Flag("OomKillDisable") == true ? true : null;
        specification.OomScoreAdj = (int?)_host.NumberSet("OomScoreAdj");
        specification.NanoCpus = _host.NumberSet("NanoCpus");
        specification.CpuShares = _host.NumberSet("CpuShares");
        specification.CpuPeriod = _host.NumberSet("CpuPeriod");
        specification.CpuQuota = _host.NumberSet("CpuQuota");
        specification.CpuRealtimePeriod = _host.NumberSet("CpuRealtimePeriod");
        specification.CpuRealtimeRuntime = _host.NumberSet("CpuRealtimeRuntime");
        specification.CpusetCpus = _host.Text("CpusetCpus");
        specification.CpusetMems = _host.Text("CpusetMems");
        specification.CpuCount = _host.NumberSet("CpuCount");
        specification.CpuPercent = _host.NumberSet("CpuPercent");
        specification.IoMaxIops = (ulong?)_host.NumberSet("IOMaximumIOps");
        specification.IoMaxBandwidth = _host.NumberSet("IOMaximumBandwidth");
        specification.PidsLimit = _host.NumberSet("PidsLimit");
        specification.CgroupParent = _host.Text("CgroupParent");
        specification.Ulimits = Each("Ulimits", limit => new Ulimit(FormattableString.Invariant($"{limit.Text("Name")}={limit.Number("Soft")}:{limit.Number("Hard")}")));
        specification.BlkioWeight = (ushort?)_host.NumberSet("BlkioWeight");
        specification.BlkioWeightDevices = Each("BlkioWeightDevice", device => new DeviceWeight(device.Text("Path") + ":" + Text(device.Number("Weight"))));
        specification.DeviceReadBps = Each("BlkioDeviceReadBps", device => new DeviceByteRate(Rate(device)));
        specification.DeviceWriteBps = Each("BlkioDeviceWriteBps", device => new DeviceByteRate(Rate(device)));
        specification.DeviceReadIops = Each("BlkioDeviceReadIOps", device => new DeviceOperationRate(Rate(device)));
        specification.DeviceWriteIops = Each("BlkioDeviceWriteIOps", device => new DeviceOperationRate(Rate(device)));
        specification.DeviceCgroupRules = _host.Texts("DeviceCgroupRules")?.Select(rule => new DeviceCgroupRule(rule)).ToList();
        var named = _host.Items("DeviceRequests").Where(request => request.Text("Driver") == "cdi").SelectMany(request => request.Texts("DeviceIDs") ?? []);
        var devices = _host.Items("Devices").Select(Device).Concat(named.Select(name => new DeviceMapping(name))).ToList();
        specification.Devices = devices.Count > 0 ? devices : null;
        specification.Gpus = Each("DeviceRequests", Gpu);
    }

    private List<T>? Each<T>(string name, Func<JsonFields, T?> make)
        where T : class => _host.Items(name).Select(make).OfType<T>().ToList() is { Count: > 0 } made ? made : null;

    private static DeviceMapping Device(JsonFields device) => new(
        device.Text("PathInContainer") is { } path ? device.Text("PathOnHost") + ":" + path + ":" + (device.Text("CgroupPermissions") ?? "rwm") : device.Text("PathOnHost") ?? "");

    private static GpuRequest? Gpu(JsonFields request)
    {
        if (request.Text("Driver") == "cdi")
        {
            return null;
        }

        var (count, devices) = (request.Number("Count") ?? 0, request.Texts("DeviceIDs"));
        var capabilities = request.Lists("Capabilities").FirstOrDefault()?.Where(capability => capability != "gpu").ToList();
        return new GpuRequest(Joined(One("driver", request.Text("Driver"))
            .Concat(One("count", count < 0 ? "all" : count > 0 || devices is null ? Text(count) : null))
            .Concat(One("device", devices is null ? null : string.Join(",", devices)))
            .Concat(One("capabilities", capabilities is { Count: > 0 } ? string.Join(",", capabilities) : null))
            .Concat(One("options", request.Map("Options") is { } options ? Joined(options.Select(option => option.Key + "=" + option.Value)) : null))));
    }

    private static string Rate(JsonFields device) => device.Text("Path") + ":" + Text(device.Number("Rate"));

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
