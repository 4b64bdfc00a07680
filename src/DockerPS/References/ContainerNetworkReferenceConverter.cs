namespace DockerPS;

/// <summary>Makes a <see cref="ContainerNetworkReference"/> of what a user or a pipeline gave.</summary>
public sealed class ContainerNetworkReferenceConverter : ReferenceConverter<ContainerNetworkReference>
{
    private protected override string Noun => "network";

    private protected override string IdProperty => nameof(ContainerNetwork.NetworkId);

    private protected override string[] AboutProperties { get; } = [nameof(ContainerNetwork.Driver)];

    private protected override string[] OwnTypes { get; } = [typeof(ContainerNetwork).FullName!, typeof(ContainerNetworkDetail).FullName!];

    private protected override ContainerNetworkReference Make(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about) =>
        new(text, engine, isId, wholeNameOnly, name, about);
}
