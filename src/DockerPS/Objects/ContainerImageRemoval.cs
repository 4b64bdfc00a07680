namespace DockerPS;

/// <summary>One thing that the removal of an image took away: a name, or an image with its layers.</summary>
public sealed class ContainerImageRemoval
{
    /// <summary>The image whose removal was asked for.</summary>
    public string Image { get; init; } = "";

    /// <summary>Whether a name was taken away or an image deleted.</summary>
    public ContainerImageRemovalAction Action { get; init; }

    /// <summary>The name that is gone, with its tag or digest; or the id of the image or layer that is gone.</summary>
    public string Name { get; init; } = "";

    /// <summary>The engine it was on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>As the docker command prints it: <c>Untagged: web:1</c>.</summary>
    public override string ToString() => Action + ": " + Name;
}
