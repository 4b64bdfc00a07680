using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Items;

/// <summary>A path, and where it is: on this machine, in a named container, or in the one that is given beside it.</summary>
internal sealed record ItemAddress
{
    private ItemAddress(string path, bool isLocal, ContainerReference? container, bool isLiteral)
    {
        Path = path;
        IsLocal = isLocal;
        Container = container;
        IsLiteral = isLiteral;
    }

    public string Path { get; }

    public bool IsLocal { get; }

    /// <summary>The container; null where it is given beside the path.</summary>
    public ContainerReference? Container { get; }

    /// <summary>Wildcards mean themselves.</summary>
    public bool IsLiteral { get; }

    /// <summary>
    /// Reads a path. As for the docker command, one that begins with a dot or a separator is of this machine; and so is one whose colon ends the name of a drive of PowerShell.
    /// </summary>
    /// <param name="given">What the user gave.</param>
    /// <param name="literal">Wildcards mean themselves.</param>
    /// <param name="isDrive">Whether PowerShell has a drive of that name.</param>
    /// <exception cref="DockerException">It is of a container, and has no path.</exception>
    public static ItemAddress Read(ContainerItemPath given, bool literal, Func<string, bool> isDrive)
    {
        var text = given.Text;
        var colon = text.IndexOf(':');
        if (given.IsLiteral || colon < 0 || text[0] is '.' or '/' or '\\' or '~' || text.IndexOf("::", StringComparison.Ordinal) == colon
            || (colon > 0 && isDrive(text.Substring(0, colon))))
        {
            return new ItemAddress(text, isLocal: true, container: null, given.IsLiteral || literal);
        }

        var path = OfWindows(text.Substring(colon + 1));
        return path.Length == 0
            ? throw new DockerException(DockerError.InvalidArgument, $"'{text}' names a container and no path in it: write {text}/ for all that is in it.")
            : new ItemAddress(path, isLocal: false, colon > 0 ? Reference(text.Substring(0, colon)) : null, literal);
    }

    /// <summary>What is copied of a container: with wildcards the folder that they begin in, and a test for each part from there on.</summary>
    public ItemSource ToSource()
    {
        var parts = Path.Split('/');
        var first = IsLiteral ? -1 : Array.FindIndex(parts, WildcardPattern.ContainsWildcardCharacters);
        if (first < 0)
        {
            return new ItemSource(IsLiteral ? Path : WildcardPattern.Unescape(Path), Pattern: null);
        }

        var folder = WildcardPattern.Unescape(string.Join("/", parts.Take(first)));
        var pattern = parts.Skip(first).Where(part => part is not ("" or "."))
            .Select(part => (Func<string, bool>)WildcardPattern.Get(part, WildcardOptions.None).IsMatch)
            .ToList();
        return new ItemSource(folder.Length > 0 ? folder : "/", pattern);
    }

    // A container of Windows takes paths with slashes, from the root of its one drive.
    private static string OfWindows(string path) =>
        path.Length > 2 && path[0] is 'c' or 'C' && path[1] == ':' && path[2] is '\\' or '/' ? path.Substring(2).Replace('\\', '/') : path;

    private static ContainerReference Reference(string text) => new(text, engine: null, isId: false, wholeNameOnly: false, name: null, about: null);
}
