using System;

namespace DockerPS;

/// <summary>An engine's version, and that of what speaks with it.</summary>
public sealed class DockerVersion
{
    /// <summary>The engine's version, such as <c>28.5.1</c>.</summary>
    public string Version { get; init; } = "";

    /// <summary>The engine's product, such as <c>Docker Engine - Community</c>; empty where it does not say.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The newest API version that it speaks.</summary>
    public Version? ApiVersion { get; init; }

    /// <summary>The oldest API version that it speaks.</summary>
    public Version? MinApiVersion { get; init; }

    /// <summary>The API version that is spoken with it.</summary>
    public Version? UsedApiVersion { get; init; }

    /// <summary>The version of DockerPS.</summary>
    public string ModuleVersion { get; init; } = "";

    /// <summary>The state of the engine's source.</summary>
    public string GitCommit { get; init; } = "";

    /// <summary>The version of Go that it was built with.</summary>
    public string GoVersion { get; init; } = "";

    /// <summary>The system that it runs on: <c>linux</c> or <c>windows</c>.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>The processor architecture that it was built for, such as <c>amd64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The version of its machine's kernel.</summary>
    public string KernelVersion { get; init; } = "";

    /// <summary>When it was built, in local time; null where it does not say.</summary>
    public DateTime? BuildTime { get; init; }

    /// <summary>It has features that are not finished.</summary>
    public bool Experimental { get; init; }

    /// <summary>What it is made of: the engine, containerd, runc and so on.</summary>
    public DockerComponent[] Components { get; init; } = [];

    /// <summary>The engine: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The engine's version.</summary>
    public override string ToString() => Version;
}
