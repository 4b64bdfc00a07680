using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="VolumeReference"/> of what a user or a pipeline gave.</summary>
public sealed class VolumeReferenceConverter : ReferenceConverter<VolumeReference>
{
    private protected override string Noun => "volume";

    // The name is all that a volume is known by.
    private protected override string IdProperty => nameof(ContainerVolume.Name);

    private protected override string[] AboutProperties { get; } = [nameof(ContainerVolume.Driver)];

    private protected override string[] OwnTypes { get; } = [typeof(ContainerVolume).FullName!];

    private protected override VolumeReference Make(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about) =>
        new(text, engine, isId, wholeNameOnly, name, about);

    private protected override string? About(PSObject source) => Formatting.Columns.Size(source) is { Length: > 0 } size
        ? base.About(source) is { } told ? told + ", " + size : size
        : base.About(source);
}
