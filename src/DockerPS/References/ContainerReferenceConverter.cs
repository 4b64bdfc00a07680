namespace DockerPS;

/// <summary>Makes a <see cref="ContainerReference"/> of what a user or a pipeline gave.</summary>
public sealed class ContainerReferenceConverter : ReferenceConverter<ContainerReference>
{
    private protected override string Noun => "container";

    private protected override string IdProperty => nameof(Container.ContainerId);

    private protected override string[] AboutProperties { get; } = [nameof(Container.Image), nameof(Container.State)];

    private protected override string[] OwnTypes { get; } = [typeof(Container).FullName!, typeof(ContainerDetail).FullName!, typeof(ContainerNetworkMember).FullName!];

    private protected override ContainerReference Make(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about) =>
        new(text, engine, isId, wholeNameOnly, name, about);
}
