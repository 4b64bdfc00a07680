namespace DockerPS.Archives;

/// <summary>What the engine says of a path in a container, in the head of its answer.</summary>
/// <param name="Name">The last part.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Mode">Permissions and kind, by the bits of Go's os.FileMode.</param>
/// <param name="LinkTarget">Where a link points to.</param>
internal sealed record PathStatus(string Name, long Size, uint Mode, string LinkTarget)
{
    private const uint FolderBit = 1u << 31;
    private const uint LinkBit = 1u << 27;
    private const uint SpecialBits = 1u << 26 | 1u << 25 | 1u << 24 | 1u << 21 | 1u << 19;

    public bool IsFolder => (Mode & FolderBit) != 0;

    public bool IsLink => (Mode & LinkBit) != 0;

    /// <summary>A device, a pipe, a socket.</summary>
    public bool IsSpecial => (Mode & SpecialBits) != 0;
}
