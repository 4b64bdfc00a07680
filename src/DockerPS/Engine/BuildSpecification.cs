using System;
using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>What is to be built, and how. What is null is left to the engine.</summary>
public sealed partial class BuildSpecification
{
    /// <summary>The folder that the Dockerfile takes files from, or a tar archive of one; null where there is none.</summary>
    public string? ContextPath { get; init; }

    /// <summary>The address of a git repository, a tar archive or a Dockerfile that the engine fetches; null where there is none.</summary>
    public string? RemoteContext { get; init; }

    /// <summary>The Dockerfile: an absolute path of this machine with a folder as context, a path within the context otherwise; null for <c>Dockerfile</c>.</summary>
    public string? DockerfilePath { get; init; }

    /// <summary>The Dockerfile's text, in place of a file.</summary>
    public string? DockerfileText { get; init; }

    /// <summary>Which builder.</summary>
    public ImageBuilder Builder { get; init; }

    /// <summary>The image's names with their tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Values for the Dockerfile's ARG instructions; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?>? Arguments { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>The stage to build.</summary>
    public string? Target { get; init; }

    /// <summary>The platform, as <c>os/arch[/variant]</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>Nothing is taken out of the cache.</summary>
    public bool NoCache { get; init; }

    /// <summary>Base images are pulled also where they are there.</summary>
    public bool Pull { get; init; }

    /// <summary>Images whose layers may serve as cache.</summary>
    public IReadOnlyList<string>? CacheFrom { get; init; }

    /// <summary>Gives the login for a registry, as names of images have it; null where nobody is logged in.</summary>
    public Func<string, RegistryLogin?>? Login { get; init; }

    /// <summary>Gives all logins that there are: for the classic builder, where what the Dockerfile is built on is not known here.</summary>
    public Func<IReadOnlyList<RegistryLogin>>? AllLogins { get; init; }

    /// <summary>The network of RUN instructions.</summary>
    public string? Network { get; init; }

    /// <summary>Lines for the hosts file of RUN instructions.</summary>
    public IReadOnlyList<HostEntry>? ExtraHosts { get; init; }
}
