namespace DockerPS;

/// <summary>What happened to a name or an image.</summary>
public enum ContainerImageRemovalAction
{
    /// <summary>A name was taken from the image.</summary>
    Untagged,

    /// <summary>The image, or one of its layers, is gone.</summary>
    Deleted,
}
