using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS;

/// <summary>An engine with all that it tells of itself and its machine.</summary>
public sealed class DockerInfo
{
    private PSObject? _raw;
    private Func<object?>? _tree;

    /// <summary>The engine's own id.</summary>
    public string EngineId { get; init; } = "";

    /// <summary>The name of its machine.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its version.</summary>
    public string ServerVersion { get; init; } = "";

    /// <summary>How many containers it has.</summary>
    public int Containers { get; init; }

    /// <summary>How many of them run.</summary>
    public int ContainersRunning { get; init; }

    /// <summary>How many of them are paused.</summary>
    public int ContainersPaused { get; init; }

    /// <summary>How many of them are stopped.</summary>
    public int ContainersStopped { get; init; }

    /// <summary>How many images it has.</summary>
    public int Images { get; init; }

    /// <summary>How it stores images and containers, such as <c>overlay2</c>.</summary>
    public string StorageDriver { get; init; } = "";

    /// <summary>Where containers' logs go, unless they say else.</summary>
    public string LoggingDriver { get; init; } = "";

    /// <summary>What keeps containers' limits: <c>cgroupfs</c> or <c>systemd</c>.</summary>
    public string CgroupDriver { get; init; } = "";

    /// <summary>The version of the kernel's control groups; empty on Windows.</summary>
    public string CgroupVersion { get; init; } = "";

    /// <summary>The runtime that runs containers, unless they say else.</summary>
    public string DefaultRuntime { get; init; } = "";

    /// <summary>The runtimes that it has.</summary>
    public string[] Runtimes { get; init; } = [];

    /// <summary>Its place in a swarm: <c>active</c>, <c>inactive</c>, <c>pending</c>, <c>locked</c> or <c>error</c>.</summary>
    public string Swarm { get; init; } = "";

    /// <summary>The machine's operating system, with its version.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>The kind of its containers: <c>linux</c> or <c>windows</c>.</summary>
    public string OSType { get; init; } = "";

    /// <summary>The machine's processor architecture, such as <c>x86_64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The version of the machine's kernel.</summary>
    public string KernelVersion { get; init; } = "";

    /// <summary>How many processors the machine has.</summary>
    public int Cpus { get; init; }

    /// <summary>The machine's memory, in bytes.</summary>
    public long Memory { get; init; }

    /// <summary>Where it keeps everything.</summary>
    public string DataRoot { get; init; } = "";

    /// <summary>The machine's time when it was asked, as local time; null where it does not say.</summary>
    public DateTime? SystemTime { get; init; }

    /// <summary>Containers go on while the engine is restarted.</summary>
    public bool LiveRestore { get; init; }

    /// <summary>It has features that are not finished.</summary>
    public bool Experimental { get; init; }

    /// <summary>What keeps containers in, such as <c>name=seccomp,profile=default</c>.</summary>
    public string[] SecurityOptions { get; init; } = [];

    /// <summary>The engine's labels, as <c>key=value</c>.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>Registries that are asked before Docker Hub.</summary>
    public string[] RegistryMirrors { get; init; } = [];

    /// <summary>What its configuration or machine lacks, in its own words.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>The engine: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The engine's whole answer, as objects.</summary>
    public PSObject Raw => _raw ??= RawTree.ToPSObject(_tree?.Invoke());

    /// <summary>The engine's whole answer, as it came.</summary>
    public string Json { get; init; } = "";

    /// <summary>Gives the whole answer as dictionaries, lists and values, made when someone looks at <see cref="Raw"/>.</summary>
    /// <param name="tree">Makes the answer's tree.</param>
    /// <returns>This object.</returns>
    public DockerInfo WithTree(Func<object?> tree)
    {
        _tree = tree;
        return this;
    }

    /// <summary>The machine's name.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Engine;
}
