using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace DockerPS.Containers;

/// <summary>What is read of the answer to <c>GET /containers/{id}/stats</c>.</summary>
internal sealed class StatisticsJson
{
    [JsonPropertyName("read")]
    public string? Read { get; set; }

    [JsonPropertyName("preread")]
    public string? PreRead { get; set; }

    [JsonPropertyName("num_procs")]
    public long NumProcs { get; set; }

    [JsonPropertyName("cpu_stats")]
    public CpuJson? Cpu { get; set; }

    [JsonPropertyName("precpu_stats")]
    public CpuJson? PreCpu { get; set; }

    [JsonPropertyName("memory_stats")]
    public MemoryJson? Memory { get; set; }

    [JsonPropertyName("networks")]
    public Dictionary<string, NetworkJson?>? Networks { get; set; }

    [JsonPropertyName("blkio_stats")]
    public BlockJson? Block { get; set; }

    [JsonPropertyName("storage_stats")]
    public StorageJson? Storage { get; set; }

    [JsonPropertyName("pids_stats")]
    public PidsJson? Pids { get; set; }

    /// <summary>Processor time.</summary>
    internal sealed class CpuJson
    {
        [JsonPropertyName("cpu_usage")]
        public UsageJson? Usage { get; set; }

        [JsonPropertyName("system_cpu_usage")]
        public ulong System { get; set; }

        [JsonPropertyName("online_cpus")]
        public uint OnlineCpus { get; set; }
    }

    /// <summary>Processor time of the container, in nanoseconds; on Windows in hundreds of them.</summary>
    internal sealed class UsageJson
    {
        [JsonPropertyName("total_usage")]
        public ulong Total { get; set; }

        [JsonPropertyName("percpu_usage")]
        public ulong[]? PerCpu { get; set; }
    }

    /// <summary>Memory.</summary>
    internal sealed class MemoryJson
    {
        [JsonPropertyName("usage")]
        public ulong Usage { get; set; }

        [JsonPropertyName("limit")]
        public ulong Limit { get; set; }

        [JsonPropertyName("privateworkingset")]
        public ulong PrivateWorkingSet { get; set; }

        [JsonPropertyName("stats")]
        public Dictionary<string, ulong>? Stats { get; set; }
    }

    /// <summary>A network's bytes.</summary>
    internal sealed class NetworkJson
    {
        [JsonPropertyName("rx_bytes")]
        public ulong Received { get; set; }

        [JsonPropertyName("tx_bytes")]
        public ulong Sent { get; set; }
    }

    /// <summary>The disks' bytes.</summary>
    internal sealed class BlockJson
    {
        [JsonPropertyName("io_service_bytes_recursive")]
        public List<BlockEntryJson?>? Bytes { get; set; }
    }

    /// <summary>Bytes of one operation on one disk.</summary>
    internal sealed class BlockEntryJson
    {
        [JsonPropertyName("op")]
        public string? Operation { get; set; }

        [JsonPropertyName("value")]
        public ulong Value { get; set; }
    }

    /// <summary>The disks' bytes on Windows.</summary>
    internal sealed class StorageJson
    {
        [JsonPropertyName("read_size_bytes")]
        public ulong Read { get; set; }

        [JsonPropertyName("write_size_bytes")]
        public ulong Written { get; set; }
    }

    /// <summary>Processes.</summary>
    internal sealed class PidsJson
    {
        [JsonPropertyName("current")]
        public ulong Current { get; set; }
    }
}
