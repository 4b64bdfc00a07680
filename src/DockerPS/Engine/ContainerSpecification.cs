using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>What a container is to be made of. What is null is left to the image and the engine.</summary>
public sealed class ContainerSpecification
{
    /// <summary>The image: a name with tag or digest, or an id.</summary>
    public string Image { get; init; } = "";

    /// <summary>The container's name; null lets the engine make one up.</summary>
    public string? Name { get; init; }

    /// <summary>The platform, as <c>os/arch[/variant]</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>The command with its arguments.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The entrypoint; one empty text takes the image's away.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Environment, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Published ports.</summary>
    public IReadOnlyList<PortMapping>? Publish { get; init; }

    /// <summary>Volumes and folders, their paths on this machine made absolute.</summary>
    public IReadOnlyList<VolumeBinding>? Volumes { get; init; }

    /// <summary>Networks to join; the first is the one that the container starts in.</summary>
    public IReadOnlyList<NetworkAttachment>? Networks { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>When the engine starts it again.</summary>
    public RestartPolicy? Restart { get; init; }

    /// <summary>The user it runs as.</summary>
    public string? User { get; init; }

    /// <summary>The folder it starts in.</summary>
    public string? Workdir { get; init; }

    /// <summary>The most memory, in bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>Processors, in thousand-millionths.</summary>
    public long? NanoCpus { get; init; }

    /// <summary>A terminal for its process.</summary>
    public bool Tty { get; init; }

    /// <summary>Its standard input stays open.</summary>
    public bool Interactive { get; init; }

    /// <summary>The engine removes it when it ends.</summary>
    public bool AutoRemove { get; init; }
}
