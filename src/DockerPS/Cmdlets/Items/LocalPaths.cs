using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Items;

/// <summary>Paths of this machine, found by PowerShell: its location, its drives, its wildcards.</summary>
internal sealed class LocalPaths(PathIntrinsics paths)
{
    private const string FileSystem = "FileSystem";

    /// <summary>The one path that a text means.</summary>
    /// <exception cref="DockerException">There is no such drive, or it holds no files.</exception>
    public LocalPath Literal(string text) => Find(text, () =>
    {
        var path = paths.GetUnresolvedProviderPathFromPSPath(text, out var provider, out _);
        return (provider, [path]);
    }).Single();

    /// <summary>The paths that a text with wildcards means; without wildcards the one, which must be there.</summary>
    public IReadOnlyList<LocalPath> Resolve(string text) => !WildcardPattern.ContainsWildcardCharacters(text)
        ? [Literal(WildcardPattern.Unescape(text))]
        : Find(text, () =>
        {
            var found = paths.GetResolvedProviderPathFromPSPath(text, out var provider);
            return (provider, found);
        });

    private static List<LocalPath> Find(string text, Func<(ProviderInfo Provider, IEnumerable<string> Paths)> find)
    {
        try
        {
            var (provider, found) = find();
            return provider.Name == FileSystem
                ? found.Select(path => Mark(text, path)).ToList()
                : throw new DockerException(DockerError.InvalidArgument, $"{text} is in PowerShell's {provider.Name}, where no files are.");
        }
        catch (Exception failure) when (failure is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            throw new DockerException(DockerError.PathNotFound, failure.Message, failure);
        }
    }

    private static LocalPath Mark(string text, string path)
    {
        var end = text[text.Length - 1];
        var isContent = text == "." || (end == '.' && text.Length > 1 && IsSeparator(text[text.Length - 2]));
        var trimmed = path;
        while (trimmed.Length > 1 && IsSeparator(trimmed[trimmed.Length - 1]) && trimmed != Path.GetPathRoot(trimmed))
        {
            trimmed = trimmed.Substring(0, trimmed.Length - 1);
        }

        return new LocalPath(Path.GetFullPath(trimmed), IsSeparator(end), isContent);
    }

    private static bool IsSeparator(char letter) => letter == Path.DirectorySeparatorChar || letter == Path.AltDirectorySeparatorChar;
}
