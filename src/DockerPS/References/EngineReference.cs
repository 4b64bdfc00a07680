using System.ComponentModel;

namespace DockerPS;

/// <summary>An engine as a parameter takes it: a context's name, an address, or an object that carries its engine.</summary>
[TypeConverter(typeof(EngineReferenceConverter))]
public sealed class EngineReference
{
    internal EngineReference(string text) => Text = text;

    /// <summary>A connection's name, a context's name or an address.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
