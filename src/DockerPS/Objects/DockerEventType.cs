namespace DockerPS;

/// <summary>What an event is about.</summary>
public enum DockerEventType
{
    /// <summary>A kind that this version of DockerPS does not know; <c>TypeText</c> has the engine's word.</summary>
    Unknown,

    /// <summary>A container.</summary>
    Container,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A network.</summary>
    Network,

    /// <summary>A volume.</summary>
    Volume,

    /// <summary>The engine itself.</summary>
    Daemon,

    /// <summary>A plugin.</summary>
    Plugin,

    /// <summary>A builder.</summary>
    Builder,

    /// <summary>A service of a swarm.</summary>
    Service,

    /// <summary>A node of a swarm.</summary>
    Node,

    /// <summary>A secret of a swarm.</summary>
    Secret,

    /// <summary>A configuration of a swarm.</summary>
    Config,
}
