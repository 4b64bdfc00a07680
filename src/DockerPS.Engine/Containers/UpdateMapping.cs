using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Turns a change into the body of <c>POST /containers/{id}/update</c>: what is left out stays as it is.</summary>
internal static class UpdateMapping
{
    public static JsonObject ToJson(ContainerUpdate update)
    {
        var body = new JsonObject();
        if (update.Restart is { } restart)
        {
            body["RestartPolicy"] = new JsonObject { ["Name"] = restart.Name, ["MaximumRetryCount"] = restart.MaximumRetryCount };
        }

        Set(body, "Memory", update.Memory);
        Set(body, "MemoryReservation", update.MemoryReservation);
        Set(body, "MemorySwap", update.MemorySwap);
        Set(body, "KernelMemory", update.KernelMemory);
        Set(body, "NanoCpus", update.NanoCpus);
        Set(body, "CpuShares", update.CpuShares);
        Set(body, "CpuPeriod", update.CpuPeriod);
        Set(body, "CpuQuota", update.CpuQuota);
        Set(body, "CpuRealtimePeriod", update.CpuRealtimePeriod);
        Set(body, "CpuRealtimeRuntime", update.CpuRealtimeRuntime);
        Set(body, "CpusetCpus", update.CpusetCpus);
        Set(body, "CpusetMems", update.CpusetMems);
        Set(body, "BlkioWeight", update.BlkioWeight);
        Set(body, "PidsLimit", update.PidsLimit);
        return body;
    }

    private static void Set(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }
}
