using System;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>One image on one engine, found and ready to be acted on, under a name or by its id.</summary>
internal sealed class ImageTarget(IDockerEngine engine, string id, string name)
{
    private const int ShortLength = 12;

    public IDockerEngine Engine { get; } = engine;

    public IImageOperations Images => Engine.Images;

    /// <summary>The id with its algorithm.</summary>
    public string Id { get; } = id;

    /// <summary>The name it was found under; the id where it was found by that, or has none.</summary>
    public string Name { get; } = name;

    /// <summary>It was found under a name, with a tag or a digest.</summary>
    public bool IsNamed => Name != Id;

    /// <summary>It came as an object, some time ago perhaps: its name may mean another image by now.</summary>
    public bool IsFromObject { get; init; }

    /// <summary>The first characters of an id, as people use it.</summary>
    public static string Short(string id)
    {
        var digits = id.Substring(id.IndexOf(':') + 1);
        return digits.Length > ShortLength ? digits.Substring(0, ShortLength) : digits;
    }

    /// <summary>The name, or the first characters of the id.</summary>
    public override string ToString() => IsNamed ? Name : Short(Id);
}
