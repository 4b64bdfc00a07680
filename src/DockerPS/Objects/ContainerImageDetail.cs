using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS;

/// <summary>An image with all that the engine knows of it.</summary>
public sealed class ContainerImageDetail
{
    private PSObject? _raw;
    private Func<object?>? _tree;

    /// <summary>The id, with its algorithm: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The first of its tags with the repository; the id of an image without a tag.</summary>
    public string Name => Tags.Length > 0 ? Tags[0] : ImageId;

    /// <summary>Its tags, each with its repository.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>The digests it was pulled by or pushed under, as <c>repository@sha256:...</c>.</summary>
    public string[] Digests { get; init; } = [];

    /// <summary>The image that it was built on, where the builder left one; null otherwise.</summary>
    public string? ParentId { get; init; }

    /// <summary>When it was made, in local time; null where that is not known.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Bytes, with what it shares with other images.</summary>
    public long Size { get; init; }

    /// <summary>The system it is made for: <c>linux</c> or <c>windows</c>.</summary>
    public string Os { get; init; } = "";

    /// <summary>The processor it is made for, such as <c>amd64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The processor's variant, such as <c>v8</c>; null where there is none to tell apart.</summary>
    public string? Variant { get; init; }

    /// <summary>Who made it; empty where nobody signed.</summary>
    public string Author { get; init; } = "";

    /// <summary>The message it was committed or imported with.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The user that containers of it run as; empty for root.</summary>
    public string User { get; init; } = "";

    /// <summary>The environment of its containers, as <c>NAME=value</c>.</summary>
    public string[] Env { get; init; } = [];

    /// <summary>The command of its containers, without the entrypoint.</summary>
    public string[] Command { get; init; } = [];

    /// <summary>The entrypoint: the program that is given the command.</summary>
    public string[] Entrypoint { get; init; } = [];

    /// <summary>The folder its containers start in; empty for the root.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>The ports its containers listen on, such as <c>80/tcp</c>.</summary>
    public string[] ExposedPorts { get; init; } = [];

    /// <summary>The folders that become volumes in its containers.</summary>
    public string[] Volumes { get; init; } = [];

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Container.NoLabels;

    /// <summary>The signal that stops its containers; empty for the engine's own choice.</summary>
    public string StopSignal { get; init; } = "";

    /// <summary>The digests of its layers' contents, the lowest first.</summary>
    public string[] Layers { get; init; } = [];

    /// <summary>The engine it is on: a context's name or an address.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The engine's whole answer, as objects.</summary>
    public PSObject Raw => _raw ??= ObjectTree.Of(_tree?.Invoke());

    /// <summary>The engine's whole answer, as it came.</summary>
    public string Json { get; init; } = "";

    /// <summary>Gives the whole answer as dictionaries, lists and values, made when someone looks at <see cref="Raw"/>.</summary>
    /// <param name="tree">Makes the answer's tree.</param>
    /// <returns>This object.</returns>
    public ContainerImageDetail WithTree(Func<object?> tree)
    {
        _tree = tree;
        return this;
    }

    /// <summary>The name, as the docker command takes it; the id of an image without a tag.</summary>
    public override string ToString() => Name;
}
