using System.Collections.Generic;

namespace DockerPS;

/// <summary>Addresses that a network has to give.</summary>
public sealed class AddressPool
{
    /// <summary>All its addresses, such as <c>172.30.0.0/16</c>.</summary>
    public string Subnet { get; init; } = "";

    /// <summary>Those among them that containers get; null for all.</summary>
    public string? IPRange { get; init; }

    /// <summary>The way out; null where the driver chose none.</summary>
    public string? Gateway { get; init; }

    /// <summary>Addresses that something else has, by its name: containers don't get them.</summary>
    public IReadOnlyDictionary<string, string> AuxiliaryAddresses { get; init; } = Container.NoLabels;

    /// <summary>The subnet.</summary>
    public override string ToString() => Subnet;
}
