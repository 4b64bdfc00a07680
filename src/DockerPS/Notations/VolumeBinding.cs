using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>
/// A volume or a folder for a container: <c>[source:]target[:options]</c>. A source that is a path (<c>/a</c>, <c>./a</c>, <c>~/a</c>, <c>C:\a</c>, <c>\\.\pipe\a</c>) is mounted as it is on the engine's machine;
/// a name is a volume, made where it is missing; without a source it is a new volume without a name. A hashtable gives one for each entry: <c>@{ '/host' = '/data:ro' }</c>.
/// </summary>
[TypeConverter(typeof(VolumeBindingConverter))]
public sealed class VolumeBinding : Notation<VolumeBinding>
{
    internal const string Form = "A volume is [source:]target[:options], such as data:/var/lib/data or ./site:/usr/share/nginx/html:ro.";

    // What docker's engine knows, then what Podman's adds.
    private static readonly HashSet<string> KnownOptions = new(StringComparer.Ordinal)
    {
        "ro", "rw", "z", "Z", "shared", "rshared", "slave", "rslave", "private", "rprivate", "nocopy", "consistent", "cached", "delegated",
        "U", "O", "copy", "exec", "noexec", "suid", "nosuid", "dev", "nodev", "idmap",
    };

    private static readonly Regex VolumeName = new(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]+\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>data:/var/lib/data:ro</c>.</param>
    /// <exception cref="FormatException">The text is not a volume.</exception>
    public VolumeBinding(string text)
    {
        var parts = Split(text);
        if (parts.Count > 3)
        {
            throw Wrong($"'{text}' has too many colons.");
        }

        if (parts.Exists(part => part.Length == 0))
        {
            throw Wrong(text.Length == 0 ? "The text is empty." : $"'{text}' has nothing before, between or after its colons.");
        }

        Source = parts.Count > 1 ? parts[0] : null;
        Target = parts.Count > 1 ? parts[1] : parts[0];
        Options = parts.Count > 2 ? parts[2].Split(',') : [];
        Check();
    }

    private VolumeBinding(string source, VolumeBinding other)
    {
        Source = source;
        Target = other.Target;
        Options = other.Options;
    }

    /// <summary>A volume's name, or a path on the engine's machine; null for a new volume without a name.</summary>
    public string? Source { get; }

    /// <summary>The absolute path in the container.</summary>
    public string Target { get; }

    /// <summary>Options as docker writes them, such as <c>ro</c>, <c>Z</c>, <c>rshared</c>, <c>nocopy</c>; empty for none.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The container may not write there. The default is that it may.</summary>
    public bool ReadOnly => Options.Contains("ro", StringComparer.Ordinal);

    /// <summary>The source is a path on the engine's machine, not a volume.</summary>
    public bool IsBind => Source is not null && PathText.IsPath(Source);

    /// <summary>The source is a path that begins at the current folder or the home folder: whoever runs the command has to resolve it.</summary>
    [MemberNotNullWhen(true, nameof(Source))]
    public bool IsRelative => IsBind && Source![0] is '.' or '~';

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>data:/var/lib/data:ro</c>.</param>
    /// <param name="binding">The volume or folder.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VolumeBinding? binding) => TryMake(text, static text => new(text), out binding);

    /// <summary>The same with another source: a relative path made absolute.</summary>
    /// <param name="path">The source.</param>
    public VolumeBinding WithSource(string path) => path is { Length: > 0 }
        ? new(path, this)
        : throw new ArgumentException("A source is not empty.", nameof(path));

    /// <inheritdoc/>
    public override string ToString() =>
        (Source is null ? "" : Source + ":") + Target + (Options.Count == 0 ? "" : ":" + string.Join(",", Options));

    /// <summary>Colons part the text, but not the one after a drive's letter.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == ':' && !(at == start + 1 && char.IsLetter(text[start]))))
            {
                parts.Add(text.Substring(start, at - start));
                start = at + 1;
            }
        }

        return parts;
    }

    private void Check()
    {
        if (!PathText.IsAbsolute(Target))
        {
            throw Wrong(Source is null
                ? $"'{Target}' is neither a volume with its place in the container nor an absolute path in it."
                : $"The target '{Target}' is not an absolute path in the container.");
        }

        if (Source is not null && !PathText.IsPath(Source) && !VolumeName.IsMatch(Source))
        {
            throw Wrong($"The source '{Source}' is not a volume's name; a folder is written with its whole path, or beginning with ./ .");
        }

        if (Options.FirstOrDefault(option => !KnownOptions.Contains(option)) is { } unknown)
        {
            throw Wrong($"'{unknown}' is not an option: ro, rw, z, Z, nocopy, consistent, cached, delegated, and [r]shared, [r]slave, [r]private are.");
        }

        if (Options.Contains("ro", StringComparer.Ordinal) && Options.Contains("rw", StringComparer.Ordinal))
        {
            throw Wrong("The options ro and rw exclude each other.");
        }
    }

    private static FormatException Wrong(string what) => new(what + " " + Form);
}
