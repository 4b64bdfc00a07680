namespace DockerPS;

/// <summary>A container's place in a network.</summary>
public sealed class ContainerEndpoint
{
    /// <summary>The network's name.</summary>
    public string Network { get; init; } = "";

    /// <summary>The network's id; null where the engine does not say.</summary>
    public string? NetworkId { get; init; }

    /// <summary>The IPv4 address; null without one.</summary>
    public string? IPAddress { get; init; }

    /// <summary>The IPv6 address; null without one.</summary>
    public string? IPv6Address { get; init; }

    /// <summary>The way out of the network; null without one.</summary>
    public string? Gateway { get; init; }

    /// <summary>The hardware address; null without one.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Names that others in the network find it by, beside the container's name.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>The network's name.</summary>
    public override string ToString() => Network;
}
