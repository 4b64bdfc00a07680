using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>One thing on one engine, found and ready to be acted on.</summary>
internal sealed class Target
{
    /// <summary>Makes a target.</summary>
    /// <param name="engine">Where it is.</param>
    /// <param name="id">What the engine knows it by.</param>
    /// <param name="name">What the user knows it by; the id where it is empty.</param>
    /// <param name="about">What is told of it beside its name.</param>
    public Target(IDockerEngine engine, string id, string? name, string? about)
    {
        Engine = engine;
        Id = id;
        Name = string.IsNullOrEmpty(name) ? id : name!;
        About = about;
    }

    public IDockerEngine Engine { get; }

    public string Id { get; }

    public string Name { get; }

    public string? About { get; }

    /// <summary>How <c>-WhatIf</c> and <c>-Confirm</c> name it.</summary>
    public string Description => string.IsNullOrEmpty(About) ? Name : Name + " (" + About + ")";

    public override string ToString() => Name;
}
