namespace DockerPS.Archives;

/// <summary>What an entry of a tar archive is, by the letter that stands in its header.</summary>
internal enum TarEntryKind : byte
{
    File = (byte)'0',
    HardLink = (byte)'1',
    SymbolicLink = (byte)'2',
    CharacterDevice = (byte)'3',
    BlockDevice = (byte)'4',
    Folder = (byte)'5',
    Fifo = (byte)'6',
}
