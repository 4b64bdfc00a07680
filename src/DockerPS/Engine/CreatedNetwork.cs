namespace DockerPS.Engine;

/// <summary>The engine's answer to the making of a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Warning">What the engine warns of; null for nothing.</param>
public sealed record CreatedNetwork(ContainerNetwork Network, string? Warning);
