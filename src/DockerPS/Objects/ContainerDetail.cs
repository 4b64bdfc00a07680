using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS;

/// <summary>A container with all that the engine knows of it.</summary>
public sealed class ContainerDetail
{
    private PSObject? _raw;
    private Func<object?>? _tree;

    /// <summary>The full id, 64 hexadecimal digits.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was created, in local time.</summary>
    public DateTime Created { get; init; }

    /// <summary>The image's name as it was given.</summary>
    public string Image { get; init; } = "";

    /// <summary>The image's id.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The program that is started.</summary>
    public string Path { get; init; } = "";

    /// <summary>The program's arguments.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>The state of its process.</summary>
    public ContainerState State { get; init; }

    /// <summary>The state in the engine's own word.</summary>
    public string StateText { get; init; } = "";

    /// <summary>The number of its first process on the engine's machine; 0 where none runs.</summary>
    public int ProcessId { get; init; }

    /// <summary>The last exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>The engine's word on why it did not start; empty where nothing was wrong.</summary>
    public string Error { get; init; } = "";

    /// <summary>The kernel ended it for want of memory.</summary>
    public bool OutOfMemory { get; init; }

    /// <summary>When it was started last, in local time; null where it never was.</summary>
    public DateTime? Started { get; init; }

    /// <summary>When it ended last, in local time; null where it never did.</summary>
    public DateTime? Finished { get; init; }

    /// <summary>How many times the engine has started it again.</summary>
    public int RestartCount { get; init; }

    /// <summary>What its health check says.</summary>
    public ContainerHealth Health { get; init; }

    /// <summary>What the last health check printed; null without one.</summary>
    public string? HealthOutput { get; init; }

    /// <summary>The name of its host, as its processes see it.</summary>
    public string HostName { get; init; } = "";

    /// <summary>The user its process runs as; empty for the image's.</summary>
    public string User { get; init; } = "";

    /// <summary>Its environment, as <c>NAME=value</c>.</summary>
    public string[] Env { get; init; } = [];

    /// <summary>The command, without the entrypoint.</summary>
    public string[] Command { get; init; } = [];

    /// <summary>The entrypoint: the program that is given the command.</summary>
    public string[] Entrypoint { get; init; } = [];

    /// <summary>The folder its process starts in; empty for the image's.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>It has a terminal.</summary>
    public bool Tty { get; init; }

    /// <summary>Its standard input is kept open.</summary>
    public bool Interactive { get; init; }

    /// <summary>The engine removes it when it ends.</summary>
    public bool AutoRemove { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Container.NoLabels;

    /// <summary>When the engine starts it again, such as <c>on-failure:3</c>.</summary>
    public string RestartPolicy { get; init; } = "";

    /// <summary>The most memory it may use, in bytes; 0 without a limit.</summary>
    public long Memory { get; init; }

    /// <summary>How many processors' time it may use; 0 without a limit.</summary>
    public decimal Cpus { get; init; }

    /// <summary>Its ports, and where the host answers for them.</summary>
    public ContainerPort[] Ports { get; init; } = [];

    /// <summary>What is mounted in it.</summary>
    public ContainerMount[] Mounts { get; init; } = [];

    /// <summary>The networks it is in.</summary>
    public ContainerEndpoint[] Networks { get; init; } = [];

    /// <summary>The system it was made for: <c>linux</c> or <c>windows</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The log's driver.</summary>
    public string LogDriver { get; init; } = "";

    /// <summary>Bytes that it wrote over its image; null unless <c>-Size</c> asked for it.</summary>
    public long? SizeRw { get; init; }

    /// <summary>Bytes of its whole file system, image and all; null unless <c>-Size</c> asked for it.</summary>
    public long? SizeRootFs { get; init; }

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The engine's whole answer, as objects.</summary>
    public PSObject Raw => _raw ??= RawTree.ToPSObject(_tree?.Invoke());

    /// <summary>The engine's whole answer, as it came.</summary>
    public string Json { get; init; } = "";

    /// <summary>Gives the whole answer as dictionaries, lists and values, made when someone looks at <see cref="Raw"/>.</summary>
    /// <param name="tree">Makes the answer's tree.</param>
    /// <returns>This object.</returns>
    public ContainerDetail WithTree(Func<object?> tree)
    {
        _tree = tree;
        return this;
    }

    /// <summary>The name, as the docker command takes it.</summary>
    public override string ToString() => Name.Length > 0 ? Name : ContainerId;
}
