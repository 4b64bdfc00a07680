using System;

namespace DockerPS;

/// <summary>A step in an image's history, which may have added a layer.</summary>
public sealed class ContainerImageLayer
{
    /// <summary>The image whose history it is, as it was asked for.</summary>
    public string Image { get; init; } = "";

    /// <summary>The id of the image after this step; null where the engine keeps none, as for all steps of a pulled image but the last.</summary>
    public string? ImageId { get; init; }

    /// <summary>When it was made, in local time; null where that is not known.</summary>
    public DateTime? Created { get; init; }

    /// <summary>The instruction or command that made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>The bytes it added.</summary>
    public long Size { get; init; }

    /// <summary>What the builder remarked.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The tags of the image after this step.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The instruction that made it.</summary>
    public override string ToString() => CreatedBy;
}
