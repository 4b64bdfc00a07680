using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// Memory as a folder of a container: <c>target[:options]</c>, such as <c>/run:size=64m,mode=1777</c>; quoted in PowerShell where it has commas.
/// A hashtable gives one for each entry: <c>@{ '/run' = 'size=64m' }</c>.
/// </summary>
[TypeConverter(typeof(TmpfsMountConverter))]
public sealed class TmpfsMount : Notation<TmpfsMount>
{
    internal const string Form = "Memory as a folder is target[:options], such as '/run:size=64m,mode=1777'.";

    // What the kernel and docker's engine know, then what Podman's adds.
    private static readonly HashSet<string> KnownOptions = new(StringComparer.Ordinal)
    {
        "size", "mode", "uid", "gid", "nr_inodes", "nr_blocks", "mpol",
        "defaults", "ro", "rw", "exec", "noexec", "suid", "nosuid", "dev", "nodev", "sync", "async", "dirsync", "mand", "nomand", "remount",
        "atime", "noatime", "diratime", "nodiratime", "relatime", "norelatime", "strictatime", "nostrictatime", "bind", "rbind",
        "private", "rprivate", "shared", "rshared", "slave", "rslave", "unbindable", "runbindable",
        "tmpcopyup", "notmpcopyup", "U", "chown",
    };

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>/run:size=64m</c>.</param>
    /// <exception cref="FormatException">The text is not such a folder.</exception>
    public TmpfsMount(string text)
    {
        var colon = text.IndexOf(':');
        Target = colon < 0 ? text : text.Substring(0, colon);
        Options = colon < 0 ? "" : text.Substring(colon + 1);
        if (Target.Length == 0 || Target[0] != '/')
        {
            throw new FormatException($"The target '{Target}' is not an absolute path in the container.{Fragment.Hint(text)} {Form}");
        }

        foreach (var option in Options.Length == 0 ? [] : Options.Split(','))
        {
            var name = option.Split('=')[0];
            if (!KnownOptions.Contains(name))
            {
                throw new FormatException($"'{option}' is not an option. {Form}");
            }
        }
    }

    /// <summary>The absolute path in the container.</summary>
    public string Target { get; }

    /// <summary>The options as the engine takes them, with commas between; empty for its own: <c>rw,noexec,nosuid,nodev</c> and half of the machine's memory.</summary>
    public string Options { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>/run:size=64m</c>.</param>
    /// <param name="mount">The folder.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TmpfsMount? mount) => TryMake(text, static text => new(text), out mount);

    /// <inheritdoc/>
    public override string ToString() => Options.Length == 0 ? Target : Target + ":" + Options;
}
