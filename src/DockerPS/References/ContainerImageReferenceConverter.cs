namespace DockerPS;

/// <summary>Makes a <see cref="ContainerImageReference"/> of what a user or a pipeline gave.</summary>
public sealed class ContainerImageReferenceConverter : ReferenceConverter<ContainerImageReference>
{
    private protected override string Noun => "image";

    private protected override string IdProperty => nameof(ContainerImage.ImageId);

    private protected override string[] AboutProperties { get; } = [];

    private protected override string[] OwnTypes { get; } = [typeof(ContainerImage).FullName!, typeof(ContainerImageDetail).FullName!];

    private protected override ContainerImageReference Make(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about) =>
        new(text, engine, isId, wholeNameOnly, name, about);
}
