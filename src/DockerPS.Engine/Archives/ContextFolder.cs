using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>A folder as a build's context: all in it that the rules leave, in the order of names, found as it is asked for.</summary>
/// <param name="root">The folder's path.</param>
/// <param name="rules">What is ignored.</param>
/// <param name="forBuildKit">As BuildKit's clients do it: exceptions with wildcards are looked for in ignored folders too, and a folder that holds one is there as it is.</param>
internal sealed class ContextFolder(string root, IgnoreRules rules, bool forBuildKit)
{
    public IEnumerable<ContextFile> Files() => Files(new DirectoryInfo(root), "", above: null, ignored: []);

    private IEnumerable<ContextFile> Files(DirectoryInfo folder, string prefix, bool[]? above, Stack<ContextFile> ignored)
    {
        foreach (var info in Sorted(folder))
        {
            var path = prefix + info.Name;
            var isIgnored = rules.Ignore(path, above, out var own);
            var isFolder = IsFolder(info);
            if (isIgnored && (!isFolder || !rules.MayTakeFrom(path, forBuildKit)))
            {
                continue;
            }

            var file = new ContextFile(path, info, isFolder ? TarEntryKind.Folder : FileKinds.Of(info));
            if (isIgnored)
            {
                ignored.Push(file);
            }
            else
            {
                foreach (var holder in Taken(ignored))
                {
                    yield return holder;
                }

                // A socket is nothing that could be copied.
                if (file.Kind != FileKinds.Socket)
                {
                    yield return file;
                }
            }

            if (!isFolder)
            {
                continue;
            }

            foreach (var below in Files((DirectoryInfo)info, path + "/", own, ignored))
            {
                yield return below;
            }

            if (isIgnored && ignored.Count > 0 && ignored.Peek().Path == path)
            {
                ignored.Pop();
            }
        }
    }

    // The ignored folders above a file that is taken back in, the outermost first; each once.
    private ContextFile[] Taken(Stack<ContextFile> ignored)
    {
        if (ignored.Count == 0)
        {
            return [];
        }

        var holders = forBuildKit ? ignored.Reverse().ToArray() : [];
        ignored.Clear();
        return holders;
    }

    private static bool IsFolder(FileSystemInfo info) =>
        info is DirectoryInfo && !info.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static FileSystemInfo[] Sorted(DirectoryInfo folder)
    {
        try
        {
            var infos = folder.GetFileSystemInfos();
            Array.Sort(infos, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return infos;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"The context's folder {folder.FullName} can't be read: {failure.Message}", failure);
        }
    }
}
