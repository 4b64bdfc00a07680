using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>
/// Where the entries of an archive belong: an engine's archive of a path names all after the path's last part, which a copy may replace. What lies beside it was not asked for.
/// </summary>
internal sealed class EntryNaming
{
    private readonly string _base;
    private readonly string? _newName;
    private readonly IReadOnlyList<Func<string, bool>>? _pattern;
    private bool? _rooted;

    private EntryNaming(string sourceBase, string? newName, IReadOnlyList<Func<string, bool>>? pattern)
    {
        _base = sourceBase;
        _newName = newName;
        _pattern = pattern;
    }

    /// <summary>The entries of one path.</summary>
    /// <param name="sourceBase">The last part of the path: <c>.</c> for a folder's content, <c>/</c> for the root.</param>
    /// <param name="newName">What stands in its place; null to keep it, empty for nothing: the top is the destination.</param>
    public static EntryNaming Of(string sourceBase, string? newName) => new(sourceBase, newName, pattern: null);

    /// <summary>Those entries of a folder's content whose first parts fit, named after the last of these.</summary>
    public static EntryNaming Of(IReadOnlyList<Func<string, bool>> pattern) => new(".", newName: null, pattern);

    /// <summary>The parts of the path below the destination; none for the destination itself, null for what is not wanted.</summary>
    /// <exception cref="DockerException">The name leads elsewhere.</exception>
    public IReadOnlyList<string>? Map(string name)
    {
        // A volume of a container that does not run Podman names "/", and all in it after that.
        _rooted ??= name == "/";
        var parts = Parts(name, absolute: _base == "/" || _rooted == true);
        if (_pattern is not null)
        {
            var fits = parts.Count >= _pattern.Count && !_pattern.Where((part, at) => !part(parts[at])).Any();
            return fits ? parts.GetRange(_pattern.Count - 1, parts.Count - _pattern.Count + 1) : null;
        }

        var isContent = _base is "." or "/";
        if (!isContent && _rooted == false)
        {
            if (parts.Count == 0 || parts[0] != _base)
            {
                throw Refusal.Of(name, $"is not part of {_base}, which was asked for");
            }

            parts.RemoveAt(0);
        }

        var top = _newName ?? (isContent ? "" : _base);
        if (top.Length > 0)
        {
            parts.Insert(0, top);
        }

        return parts;
    }

    /// <summary>The parts of the path that a hard link names.</summary>
    /// <exception cref="DockerException">It names what is not copied, or lies elsewhere.</exception>
    public IReadOnlyList<string> MapHardLink(TarEntry link)
    {
        try
        {
            if (Map(link.LinkName) is { } parts)
            {
                return parts;
            }
        }
        catch (DockerException failure) when (failure.Error == DockerError.EntryRefused)
        {
            throw Refusal.Of(link.Name, $"is a hard link out of the destination, to '{link.LinkName}'");
        }

        throw Refusal.Of(link.Name, $"is a hard link to '{link.LinkName}', which is not copied with it");
    }

    private static List<string> Parts(string name, bool absolute)
    {
        if (name.Length == 0)
        {
            throw Refusal.Of(name, "has no name");
        }

        if (name[0] == '/' && !absolute)
        {
            throw Refusal.Of(name, "has an absolute path");
        }

        var parts = new List<string>();
        foreach (var part in name.Split('/'))
        {
            if (part == "..")
            {
                throw Refusal.Of(name, "climbs out by '..'");
            }

            if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
