using System.Text.Json.Serialization;

namespace DockerPS.Containers;

/// <summary>A mount, in the engine's JSON.</summary>
internal sealed class MountJson
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public string? Source { get; set; }

    public string? Destination { get; set; }

    public string? Driver { get; set; }

    [JsonPropertyName("RW")]
    public bool Writable { get; set; }

    public string? Propagation { get; set; }

    public ContainerMount ToMount() => new()
    {
        Type = Type ?? "",
        Name = string.IsNullOrEmpty(Name) ? null : Name,
        Source = Source,
        Destination = Destination ?? "",
        Driver = string.IsNullOrEmpty(Driver) ? null : Driver,
        Writable = Writable,
        Propagation = Propagation,
    };
}
