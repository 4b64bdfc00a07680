using System;
using System.Collections.Generic;

namespace DockerPS;

/// <summary>A container, as a list shows it.</summary>
public sealed class Container
{
    private int? _exitCode;

    /// <summary>The full id, 64 hexadecimal digits.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>All names: the container's own, and those that links of other containers give it.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>The image's name as it was given; the image's id where the name has moved on.</summary>
    public string Image { get; init; } = "";

    /// <summary>The image's id.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The command that the container runs, as one text.</summary>
    public string Command { get; init; } = "";

    /// <summary>When it was created, in local time.</summary>
    public DateTime Created { get; init; }

    /// <summary>The state of its process.</summary>
    public ContainerState State { get; init; }

    /// <summary>The state in the engine's own word.</summary>
    public string StateText { get; init; } = "";

    /// <summary>State and age in the engine's words, such as <c>Up 5 minutes (healthy)</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What its health check says.</summary>
    public ContainerHealth Health { get; init; }

    /// <summary>The exit code of a process that has ended; null before.</summary>
    public int? ExitCode
    {
        get => _exitCode;
        init => _exitCode = value;
    }

    /// <summary>Its ports, and where the host answers for them.</summary>
    public ContainerPort[] Ports { get; init; } = [];

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = NoLabels;

    /// <summary>What is mounted in it.</summary>
    public ContainerMount[] Mounts { get; init; } = [];

    /// <summary>The networks it is in.</summary>
    public ContainerEndpoint[] Networks { get; init; } = [];

    /// <summary>Bytes that it wrote over its image; null unless <c>-Size</c> asked for it.</summary>
    public long? SizeRw { get; init; }

    /// <summary>Bytes of its whole file system, image and all; null unless <c>-Size</c> asked for it.</summary>
    public long? SizeRootFs { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    internal static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>(StringComparer.Ordinal);

    internal Container WithExitCode(int exitCode)
    {
        var copy = (Container)MemberwiseClone();
        copy._exitCode = exitCode;
        return copy;
    }

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Name.Length > 0 ? Name : ContainerId;
}
