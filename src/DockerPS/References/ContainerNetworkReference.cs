using System.ComponentModel;

namespace DockerPS;

/// <summary>A network as a parameter takes it: a name, an id, an id's beginning, a wildcard, or a network object.</summary>
[TypeConverter(typeof(ContainerNetworkReferenceConverter))]
public sealed class ContainerNetworkReference : Reference
{
    internal ContainerNetworkReference(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about)
        : base(text, engine, isId, wholeNameOnly)
    {
        Name = name;
        About = about;
    }
}
