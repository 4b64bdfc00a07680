using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>What a container is to be made of. What is null is left to the image and the engine.</summary>
public sealed partial class ContainerSpecification
{
    /// <summary>The image: a name with tag or digest, or an id.</summary>
    public string Image { get; set; } = "";

    /// <summary>The container's name; null lets the engine make one up.</summary>
    public string? Name { get; set; }

    /// <summary>The platform, as <c>os/arch[/variant]</c>.</summary>
    public string? Platform { get; set; }

    /// <summary>The command with its arguments.</summary>
    public IReadOnlyList<string>? Command { get; set; }

    /// <summary>The entrypoint; one empty text takes the image's away.</summary>
    public IReadOnlyList<string>? Entrypoint { get; set; }

    /// <summary>Environment, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Env { get; set; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; set; }

    /// <summary>Notes for the runtime. From API 1.43.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; set; }

    /// <summary>When the engine starts it again.</summary>
    public RestartPolicy? Restart { get; set; }

    /// <summary>The user it runs as.</summary>
    public string? User { get; set; }

    /// <summary>More groups, by name or number.</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    /// <summary>The folder it starts in.</summary>
    public string? Workdir { get; set; }

    /// <summary>A terminal for its process.</summary>
    public bool Tty { get; set; }

    /// <summary>Its standard input stays open.</summary>
    public bool Interactive { get; set; }

    /// <summary>Its standard input comes from whoever attaches, and ends with them.</summary>
    public bool AttachStandardInput { get; set; }

    /// <summary>Its standard output goes to whoever attaches.</summary>
    public bool AttachStandardOutput { get; set; }

    /// <summary>Its standard error goes to whoever attaches.</summary>
    public bool AttachStandardError { get; set; }

    /// <summary>The engine removes it when it ends.</summary>
    public bool AutoRemove { get; set; }

    /// <summary>A small init process that forwards signals and reaps processes; null leaves it to the engine.</summary>
    public bool? Init { get; set; }

    /// <summary>The signal that asks it to stop.</summary>
    public string? StopSignal { get; set; }

    /// <summary>Seconds until a stop becomes a kill; -1 waits without end.</summary>
    public int? StopTimeout { get; set; }

    /// <summary>How its health is checked.</summary>
    public HealthCheck? Health { get; set; }

    /// <summary>Where its log goes: the driver's name.</summary>
    public string? LogDriver { get; set; }

    /// <summary>Options for the driver of its log.</summary>
    public IReadOnlyDictionary<string, string>? LogOptions { get; set; }

    /// <summary>The runtime that runs it.</summary>
    public string? Runtime { get; set; }

    /// <summary>How it is kept apart, on Windows: default, process or hyperv.</summary>
    public string? Isolation { get; set; }

    /// <summary>The file that its id is written to, for who inspects it.</summary>
    public string? IdFile { get; set; }

    /// <summary>The same for a container of another name.</summary>
    /// <param name="name">The name; null lets the engine make one up.</param>
    public ContainerSpecification WithName(string? name)
    {
        var other = (ContainerSpecification)MemberwiseClone();
        other.Name = name;
        return other;
    }
}
