namespace DockerPS;

/// <summary>A container that is connected to a network and runs.</summary>
public sealed class ContainerNetworkMember
{
    /// <summary>The container's full id.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>The container's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id of its place in the network.</summary>
    public string EndpointId { get; init; } = "";

    /// <summary>Its IPv4 address; null without one.</summary>
    public string? IPAddress { get; init; }

    /// <summary>Its IPv6 address; null without one.</summary>
    public string? IPv6Address { get; init; }

    /// <summary>Its hardware address; null without one.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The container's name, as the docker command takes it.</summary>
    public override string ToString() => Name.Length > 0 ? Name : ContainerId;
}
