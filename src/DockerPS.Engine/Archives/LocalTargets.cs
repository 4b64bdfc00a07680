using System.IO;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>Paths of this machine as sources and targets of copies.</summary>
internal static class LocalTargets
{
    private const int LongestChain = 40;

    /// <summary>A path as a target: what a link there points to, whether it is there or not; the folder that it is in must be there.</summary>
    public static CopyTarget Of(LocalPath target)
    {
        var path = target.Path;
        var item = LocalItem.Find(path);
        for (var links = 0; item is { Kind: LocalKind.Link } && LocalItem.Find(path, follow: true) is not { Kind: LocalKind.Folder }; links++)
        {
            if (links == LongestChain)
            {
                throw new DockerException(DockerError.LocalPathFailed, $"{target.Path} is a link that leads nowhere.");
            }

            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, LocalLinks.Read(path)));
            item = LocalItem.Find(path);
        }

        var isFolder = LocalItem.Find(path, follow: true) is { Kind: LocalKind.Folder };
        var folder = target.IsContent ? path : Path.GetDirectoryName(path);
        if (item is { Kind: LocalKind.Special })
        {
            throw new DockerException(DockerError.InvalidArgument, $"{target.Path} is neither a file nor a folder.");
        }

        if (!isFolder && !Directory.Exists(folder))
        {
            throw new DockerException(DockerError.PathNotFound, $"There is no folder {folder}, in which {target.Path} would be.");
        }

        return new CopyTarget
        {
            Text = target.Path,
            Path = path,
            Folder = folder ?? path,
            Base = Path.GetFileName(path),
            Exists = item is not null,
            IsFolder = isFolder,
            MustBeFolder = target.MustBeFolder || target.IsContent,
        };
    }

    /// <summary>A path as a source: the name of its top in the archive, and whether it is a folder.</summary>
    /// <param name="source">The path.</param>
    /// <param name="followLink">A link stands for what it points to.</param>
    /// <returns>The name, whether it is a folder, whether a link is followed, and the length of a file.</returns>
    public static (string Name, bool IsFolder, bool Follow, long Size) Source(LocalPath source, bool followLink)
    {
        var follow = followLink || source.MustBeFolder || source.IsContent;
        var item = LocalItem.Find(source.Path, follow);
        if (item is null)
        {
            throw new DockerException(DockerError.PathNotFound, $"There is no {source.Path}.");
        }

        if ((source.MustBeFolder || source.IsContent) && item.Kind != LocalKind.Folder)
        {
            throw new DockerException(DockerError.PathNotFound, $"{source.Path} is a file, and its path says that it is a folder.");
        }

        if (item.Kind == LocalKind.Special)
        {
            throw new DockerException(DockerError.InvalidArgument, $"{source.Path} is neither a file nor a folder.");
        }

        var name = source.IsContent ? "." : Path.GetFileName(source.Path);
        return (name.Length > 0 ? name : ".", item.Kind == LocalKind.Folder, follow, item.Size);
    }
}
