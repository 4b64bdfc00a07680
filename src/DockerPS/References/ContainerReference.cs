using System.ComponentModel;

namespace DockerPS;

/// <summary>A container as a parameter takes it: a name, an id, an id's beginning, a wildcard, or a container object.</summary>
[TypeConverter(typeof(ContainerReferenceConverter))]
public sealed class ContainerReference : Reference
{
    internal ContainerReference(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about)
        : base(text, engine, isId, wholeNameOnly)
    {
        Name = name;
        About = about;
    }
}
