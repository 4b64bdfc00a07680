using System.ComponentModel;

namespace DockerPS;

/// <summary>
/// A file or folder as a parameter takes it: <c>container:path</c> for one in a container, <c>:path</c> for one in the container that is given beside it, any other text for one of this
/// machine; or an object of a file or folder.
/// </summary>
[TypeConverter(typeof(ContainerItemPathConverter))]
public sealed class ContainerItemPath
{
    internal ContainerItemPath(string text, bool isLiteral)
    {
        Text = text;
        IsLiteral = isLiteral;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>It came as an object of this machine: it has no wildcards, and no colon stands for a container.</summary>
    public bool IsLiteral { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
