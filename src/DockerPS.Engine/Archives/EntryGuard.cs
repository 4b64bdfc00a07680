using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>
/// Keeps what comes out of an archive in its destination. What comes out of a container is hostile: neither a name nor a link, of the archive or in place already, may lead elsewhere.
/// </summary>
/// <param name="root">The destination.</param>
/// <param name="windows">Windows's rules for names hold.</param>
internal sealed class EntryGuard(string root, bool windows)
{
    // No entry may replace a folder, so that what was looked at once stays true.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { root };

    /// <summary>The path for an entry, whose folders are there afterwards.</summary>
    /// <param name="name">The entry's name, for the refusal.</param>
    /// <param name="parts">The parts of its path below the destination.</param>
    public string Path(string name, IReadOnlyList<string> parts)
    {
        CheckNames(name, parts);
        var path = root;
        for (var at = 0; at < parts.Count - 1; at++)
        {
            path = System.IO.Path.Combine(path, parts[at]);
            if (!_folders.Contains(path))
            {
                EnterFolder(name, path);
                _folders.Add(path);
            }
        }

        return parts.Count == 0 ? root : System.IO.Path.Combine(path, parts[parts.Count - 1]);
    }

    /// <summary>The path of what a hard link names, which must be a file in the destination.</summary>
    public string HardLinkTarget(string name, IReadOnlyList<string> parts)
    {
        CheckNames(name, parts);
        var path = root;
        for (var at = 0; at < parts.Count; at++)
        {
            path = System.IO.Path.Combine(path, parts[at]);
            if (at < parts.Count - 1 && LocalItem.Find(path) is { Kind: LocalKind.Link })
            {
                throw Refusal.Of(name, $"is a hard link that goes through the symbolic link {path}");
            }
        }

        return LocalItem.Find(path) is { Kind: LocalKind.File or LocalKind.Link } ? path
            : throw Refusal.Of(name, "is a hard link to what is no file in the destination");
    }

    /// <summary>Refuses a symbolic link that climbs out. An absolute one stands for a path in the container; it is kept, and never followed here.</summary>
    public void CheckLink(string name, IReadOnlyList<string> parts, string target)
    {
        if (target.Length == 0)
        {
            throw Refusal.Of(name, "is a symbolic link to nothing");
        }

        if (windows && (target.StartsWith("//", StringComparison.Ordinal) || target.Split('/').Any(part => part.Length > 0 && part is not ("." or "..") && WindowsNames.Fault(part) is not null)))
        {
            throw Refusal.Of(name, $"is a symbolic link to '{target}', which means something else on Windows");
        }

        var depth = target[0] == '/' ? 0 : parts.Count - 1;
        foreach (var part in target.Split('/'))
        {
            depth += part switch { "" or "." => 0, ".." => -1, _ => 1 };
            if (depth < 0 && target[0] != '/')
            {
                throw Refusal.Of(name, $"is a symbolic link to '{target}', out of the destination");
            }
        }
    }

    /// <summary>Makes room for an entry that is no folder.</summary>
    public static void Replace(string name, string path)
    {
        switch (LocalItem.Find(path)?.Kind)
        {
            case LocalKind.Folder:
                throw Refusal.Of(name, $"would replace the folder {path}");
            case LocalKind.Special:
                throw Refusal.Of(name, $"would replace {path}, which is no file");
            case LocalKind.File or LocalKind.Link:
                // The link itself, and of a file with several names only this one.
                if (LocalItem.IsWindows && File.GetAttributes(path).HasFlag(FileAttributes.Directory))
                {
                    Directory.Delete(path);
                }
                else
                {
                    File.Delete(path);
                }

                break;
        }
    }

    /// <summary>Makes a folder that is an entry of its own.</summary>
    public void MakeFolder(string name, string path)
    {
        if (!_folders.Contains(path))
        {
            EnterFolder(name, path);
            _folders.Add(path);
        }
    }

    private static void EnterFolder(string name, string path)
    {
        switch (LocalItem.Find(path)?.Kind)
        {
            case null:
                Directory.CreateDirectory(path);
                break;
            case LocalKind.Folder:
                break;
            case LocalKind.Link:
                throw Refusal.Of(name, $"goes through the symbolic link {path}");
            default:
                throw Refusal.Of(name, $"needs the folder {path}, where something else is");
        }
    }

    private void CheckNames(string name, IReadOnlyList<string> parts)
    {
        if (!windows)
        {
            return;
        }

        foreach (var part in parts)
        {
            if (WindowsNames.Fault(part) is { } fault)
            {
                throw Refusal.Of(name, fault);
            }
        }
    }
}
