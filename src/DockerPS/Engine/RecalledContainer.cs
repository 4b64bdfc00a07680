namespace DockerPS.Engine;

/// <summary>What an existing container was made of, so that another like it can be made.</summary>
public sealed class RecalledContainer
{
    /// <summary>Makes it.</summary>
    /// <param name="detail">The container as it is.</param>
    /// <param name="specification">What it was given.</param>
    public RecalledContainer(ContainerDetail detail, ContainerSpecification specification)
    {
        Detail = detail;
        Specification = specification;
    }

    /// <summary>The container as it is.</summary>
    public ContainerDetail Detail { get; }

    /// <summary>What it was given; what it has from its image or from the engine's defaults is null.</summary>
    public ContainerSpecification Specification { get; }
}
