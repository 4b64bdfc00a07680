using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>What an existing container was made of, so that another like it can be made.</summary>
public sealed class RecalledContainer
{
    /// <summary>Makes it.</summary>
    /// <param name="detail">The container as it is.</param>
    /// <param name="specification">What it was given.</param>
    /// <param name="unnamedVolumes">Its volumes without a name of their own.</param>
    public RecalledContainer(ContainerDetail detail, ContainerSpecification specification, IReadOnlyList<VolumeBinding> unnamedVolumes)
    {
        Detail = detail;
        Specification = specification;
        UnnamedVolumes = unnamedVolumes;
    }

    /// <summary>The container as it is.</summary>
    public ContainerDetail Detail { get; }

    /// <summary>What it was given; what it has from its image or from the engine's defaults is null.</summary>
    public ContainerSpecification Specification { get; }

    /// <summary>The volumes that were made for it without a name, those that its image asks for too, by the names that the engine made up: so another container can have them.</summary>
    public IReadOnlyList<VolumeBinding> UnnamedVolumes { get; }
}
