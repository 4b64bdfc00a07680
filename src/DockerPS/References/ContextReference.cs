using System.ComponentModel;

namespace DockerPS;

/// <summary>A context of the docker command as a parameter takes it: its name, or its object.</summary>
[TypeConverter(typeof(ContextReferenceConverter))]
public sealed class ContextReference
{
    internal ContextReference(string text) => Text = text;

    /// <summary>The name, or a wildcard.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
