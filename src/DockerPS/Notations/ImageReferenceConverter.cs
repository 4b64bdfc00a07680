using System;
using System.Globalization;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes an <see cref="ImageReference"/> of text, or of an image object out of this session or another.</summary>
internal sealed class ImageReferenceConverter : NotationConverter<ImageReference>
{
    private static readonly string[] Objects =
        ["DockerPS.ContainerImage", "DockerPS.ContainerImageDetail", "DockerPS.ContainerImageTag", "DockerPS.ContainerImageSearchResult"];

    protected override string Form => ImageReference.Form;

    protected override ImageReference FromText(string text) => new(text);

    // An object's text is its name, or its id where it has none.
    protected override ImageReference? FromValue(object value) => Array.Exists(Objects, type => Is(value, type))
        ? new(((PSObject)value).ToString(format: null, CultureInfo.InvariantCulture))
        : null;
}
