using System.Collections.Generic;

namespace DockerPS.Engine;

/// <content>What it is kept from.</content>
public sealed partial class ContainerSpecification
{
    /// <summary>It may do all that the machine may.</summary>
    public bool Privileged { get; set; }

    /// <summary>Capabilities it has beyond the usual, with or without <c>CAP_</c>, in any case.</summary>
    public IReadOnlyList<string>? CapAdd { get; set; }

    /// <summary>Capabilities that are taken from it.</summary>
    public IReadOnlyList<string>? CapDrop { get; set; }

    /// <summary>Security options as the engine takes them; a seccomp profile's content stands in place of its path.</summary>
    public IReadOnlyList<string>? SecurityOptions { get; set; }

    /// <summary>Nothing of <c>/proc</c> and <c>/sys</c> is hidden or read-only.</summary>
    public bool UnprotectedSystemPaths { get; set; }

    /// <summary>Settings of the kernel.</summary>
    public IReadOnlyDictionary<string, string>? Sysctls { get; set; }

    /// <summary>Whose control groups it sees.</summary>
    public string? CgroupNamespace { get; set; }

    /// <summary>Whose shared memory it has.</summary>
    public string? IpcMode { get; set; }

    /// <summary>Whose processes it sees.</summary>
    public string? PidMode { get; set; }

    /// <summary>Whose users it has.</summary>
    public string? UserNamespace { get; set; }

    /// <summary>Whose host name it has.</summary>
    public string? UtsMode { get; set; }
}
