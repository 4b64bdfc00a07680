using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>
/// A mount for a container, as docker's <c>--mount</c> takes it: <c>type=bind,source=/a,target=/b,readonly</c>; quoted in PowerShell, because of the commas. Or a hashtable: <c>@{ Type = 'bind'; Source = '/a'; Target = '/b'; ReadOnly = $true }</c>.
/// </summary>
[TypeConverter(typeof(MountConverter))]
public sealed class Mount : Notation<Mount>
{
    internal const string Form = "A mount is such as 'type=bind,source=/a,target=/b,readonly', its type one of bind, volume, tmpfs, image, npipe and cluster.";

    private readonly MountFields _fields;
    private readonly string? _source;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>type=bind,source=/a,target=/b</c>.</param>
    /// <exception cref="FormatException">The text is not a mount.</exception>
    public Mount(string text)
        : this(() => new MountFields(CommaFields.Read(text)), Fragment.Hint(text))
    {
    }

    internal Mount(Func<MountFields> read, string hint)
    {
        try
        {
            _fields = read();
            _source = _fields.Source;
            Check();
        }
        catch (FormatException error)
        {
            throw new FormatException(error.Message + hint + " " + Form, error);
        }
    }

    private Mount(MountFields fields, string source) => (_fields, _source) = (fields, source);

    /// <summary>What is mounted; a volume where it is not said.</summary>
    public MountType Type => _fields.Type;

    /// <summary>The path on the engine's machine, the volume's name, or the image; null for a new volume and for memory.</summary>
    public string? Source => _source;

    /// <summary>The absolute path in the container.</summary>
    public string Target => _fields.Target;

    /// <summary>The container may not write there. The default is that it may.</summary>
    public bool ReadOnly => _fields.ReadOnly;

    /// <summary><c>default</c>, <c>consistent</c>, <c>cached</c> or <c>delegated</c>, on macOS; null where not given.</summary>
    public string? Consistency => _fields.Consistency;

    /// <summary><c>private</c>, <c>shared</c>, <c>slave</c>, or with an r before; null for the engine's own, <c>rprivate</c>.</summary>
    public string? BindPropagation => _fields.BindPropagation;

    /// <summary>What becomes of mounts below the folder.</summary>
    public BindRecursion BindRecursion => _fields.BindRecursion;

    /// <summary>The driver of a volume that is made; null for the engine's default, <c>local</c>.</summary>
    public string? VolumeDriver => _fields.VolumeDriver;

    /// <summary>The labels of a volume that is made.</summary>
    public IReadOnlyDictionary<string, string> VolumeLabels => _fields.VolumeLabels;

    /// <summary>The options for the driver of a volume that is made.</summary>
    public IReadOnlyDictionary<string, string> VolumeOptions => _fields.VolumeOptions;

    /// <summary>What the image has at the target is not copied into an empty volume.</summary>
    public bool VolumeNoCopy => _fields.VolumeNoCopy;

    /// <summary>The folder in the volume that is mounted; null for all of it.</summary>
    public string? VolumeSubpath => _fields.VolumeSubpath;

    /// <summary>The folder in the image that is mounted; null for all of it.</summary>
    public string? ImageSubpath => _fields.ImageSubpath;

    /// <summary>The most memory; null for the kernel's default, half of the machine's.</summary>
    public ByteSize? TmpfsSize => _fields.TmpfsSize;

    /// <summary>The permission bits of the target, such as 511 for octal 777; null for the kernel's default, octal 1777.</summary>
    public int? TmpfsMode => _fields.TmpfsMode;

    /// <summary>The source is a path that begins at the current folder or the home folder: whoever runs the command has to resolve it.</summary>
    [MemberNotNullWhen(true, nameof(Source))]
    public bool IsRelative => Type == MountType.Bind && Source![0] is '.' or '~';

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>type=bind,source=/a,target=/b</c>.</param>
    /// <param name="mount">The mount.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mount? mount) => TryMake(text, static text => new(text), out mount);

    /// <summary>The same with another source: a relative path made absolute.</summary>
    /// <param name="path">The source.</param>
    public Mount WithSource(string path) => path is { Length: > 0 }
        ? new(_fields, path)
        : throw new ArgumentException("A source is not empty.", nameof(path));

    /// <inheritdoc/>
    public override string ToString() => CommaFields.Join(Parts());

    private IEnumerable<string> Parts() => One("type", Lower(Type))
        .Concat(One("source", Source))
        .Concat(One("target", Target))
        .Concat(ReadOnly ? ["readonly"] : [])
        .Concat(One("consistency", Consistency))
        .Concat(One("bind-propagation", BindPropagation))
        .Concat(BindRecursion == BindRecursion.Enabled ? [] : One("bind-recursive", Lower(BindRecursion)))
        .Concat(One("volume-driver", VolumeDriver))
        .Concat(Each("volume-label", VolumeLabels))
        .Concat(Each("volume-opt", VolumeOptions))
        .Concat(VolumeNoCopy ? ["volume-nocopy"] : [])
        .Concat(One("volume-subpath", VolumeSubpath))
        .Concat(One("image-subpath", ImageSubpath))
        .Concat(One("tmpfs-size", TmpfsSize?.ToString()))
        .Concat(One("tmpfs-mode", TmpfsMode is { } mode ? Convert.ToString(mode, 8) : null));

    private static string[] One(string key, string? value) => value is null ? [] : [key + "=" + value];

    private static IEnumerable<string> Each(string key, IReadOnlyDictionary<string, string> values) =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => key + "=" + value.Key + "=" + value.Value);

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private void Check()
    {
        if (Target.Length == 0)
        {
            throw new FormatException("The target, the path in the container, is missing.");
        }

        foreach (var type in new[] { MountType.Bind, MountType.Volume, MountType.Image, MountType.Tmpfs })
        {
            if (type != Type && _fields.FirstOf(Lower(type) + "-") is { } key)
            {
                throw new FormatException($"{key} does not go with the type {Lower(Type)}.");
            }
        }

        CheckSource();
        if (BindRecursion is BindRecursion.Writable or BindRecursion.ReadOnly && !ReadOnly)
        {
            throw new FormatException($"bind-recursive={Lower(BindRecursion)} also needs readonly.");
        }

        if (BindRecursion == BindRecursion.ReadOnly && BindPropagation != "rprivate")
        {
            throw new FormatException("bind-recursive=readonly also needs bind-propagation=rprivate.");
        }
    }

    private void CheckSource()
    {
        if (Type != MountType.Npipe && !PathText.IsAbsolute(Target))
        {
            throw new FormatException($"The target '{Target}' is not an absolute path in the container.");
        }

        switch (Type)
        {
            case MountType.Bind when Source is null:
                throw new FormatException("A bind needs a source, the path on the engine's machine.");
            case MountType.Bind when !PathText.IsPath(Source!):
                throw new FormatException($"The source '{Source}' is not a whole path; one from the current folder begins with ./ .");
            case MountType.Image when Source is null:
                throw new FormatException("An image needs a source, its name.");
            case MountType.Tmpfs when Source is not null:
                throw new FormatException("Memory has no source.");
            default:
                break;
        }
    }
}
