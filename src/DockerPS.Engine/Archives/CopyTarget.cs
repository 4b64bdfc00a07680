using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Where a copy goes to, here or in a container, and the docker command's rules of what becomes of it there.</summary>
internal sealed record CopyTarget
{
    /// <summary>The path as the user knows it.</summary>
    public required string Text { get; init; }

    /// <summary>What is copied into when the target is a folder.</summary>
    public required string Path { get; init; }

    /// <summary>The folder that the target is in.</summary>
    public required string Folder { get; init; }

    /// <summary>The target's own name.</summary>
    public required string Base { get; init; }

    public bool Exists { get; init; }

    public bool IsFolder { get; init; }

    /// <summary>The path ends as only a folder's does.</summary>
    public bool MustBeFolder { get; init; }

    /// <summary>Decides where one source goes.</summary>
    /// <param name="source">The source, for a failure.</param>
    /// <param name="sourceIsFolder">It is a folder.</param>
    /// <param name="several">It is one of several, which can't all get the target's name.</param>
    /// <returns>The folder that the archive is taken out in, and the name that its top gets; null to keep its own.</returns>
    public (string Folder, string? NewName) Decide(string source, bool sourceIsFolder, bool several)
    {
        if (IsFolder)
        {
            return (Path, null);
        }

        if (several)
        {
            throw Exists
                ? new DockerException(DockerError.InvalidArgument, $"Several items can't be copied to {Text}, which is a file.")
                : NoFolder();
        }

        if (Exists && sourceIsFolder)
        {
            throw new DockerException(DockerError.InvalidArgument, $"The folder {source} can't be copied to {Text}, which is a file.");
        }

        if (MustBeFolder && !sourceIsFolder)
        {
            throw Exists ? new DockerException(DockerError.InvalidArgument, $"{Text} is a file, and its path says that it is a folder.") : NoFolder();
        }

        return (Folder, Base);
    }

    private DockerException NoFolder() => new(DockerError.PathNotFound, $"There is no folder {Text}.");
}
