using System.ComponentModel;

namespace DockerPS;

/// <summary>A volume as a parameter takes it: a name, a wildcard, or a volume object. A volume has no id beside its name.</summary>
[TypeConverter(typeof(VolumeReferenceConverter))]
public sealed class VolumeReference : Reference
{
    internal VolumeReference(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about)
        : base(text, engine, isId, wholeNameOnly)
    {
        Name = name;
        About = about;
    }
}
