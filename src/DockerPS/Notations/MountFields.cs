using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DockerPS;

/// <summary>The fields of docker's <c>--mount</c> as they are read, one after the other.</summary>
internal sealed class MountFields
{
    public static readonly string[] Keys =
    [
        "type", "source", "src", "target", "destination", "dst", "readonly", "ro", "consistency",
        "bind-propagation", "bind-recursive", "bind-nonrecursive",
        "volume-driver", "volume-label", "volume-opt", "volume-nocopy", "volume-subpath",
        "image-subpath", "tmpfs-size", "tmpfs-mode",
    ];

    private static readonly string[] Propagations = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];
    private static readonly string[] Consistencies = ["default", "consistent", "cached", "delegated"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public MountFields(IEnumerable<(string Key, string? Value)> fields)
    {
        foreach (var (key, value) in fields)
        {
            Read(key.ToLowerInvariant(), value, value is null ? key : key + "=" + value);
        }
    }

    public MountType Type { get; private set; }

    public string? Source { get; private set; }

    public string Target { get; private set; } = "";

    public bool ReadOnly { get; private set; }

    public string? Consistency { get; private set; }

    public string? BindPropagation { get; private set; }

    public BindRecursion BindRecursion { get; private set; }

    public string? VolumeDriver { get; private set; }

    public bool VolumeNoCopy { get; private set; }

    public string? VolumeSubpath { get; private set; }

    public Dictionary<string, string> VolumeLabels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> VolumeOptions { get; } = new(StringComparer.Ordinal);

    public string? ImageSubpath { get; private set; }

    public ByteSize? TmpfsSize { get; private set; }

    public int? TmpfsMode { get; private set; }

    /// <summary>The first key that was given of those that begin so; null for none.</summary>
    public string? FirstOf(string prefix) => _seen.FirstOrDefault(key => key.StartsWith(prefix, StringComparison.Ordinal));

    private void Read(string key, string? value, string field)
    {
        _seen.Add(key);
        if (key is "readonly" or "ro" or "volume-nocopy" or "bind-nonrecursive")
        {
            SetSwitch(key, value is null || (BooleanText.Parse(value) ?? throw Wrong(key, value, "true or false")));
            return;
        }

        if (!Keys.Contains(key, StringComparer.Ordinal))
        {
            throw new FormatException($"'{field}' is not known here.");
        }

        Set(key, value ?? throw new FormatException($"'{field}' is not a key=value."));
    }

    private void SetSwitch(string key, bool value)
    {
        switch (key)
        {
            case "volume-nocopy":
                VolumeNoCopy = value;
                break;
            case "bind-nonrecursive":
                BindRecursion = value ? BindRecursion.Disabled : BindRecursion.Enabled;
                break;
            default:
                ReadOnly = value;
                break;
        }
    }

    private void Set(string key, string value)
    {
        switch (key)
        {
            case "type":
                Type = OneOf<MountType>(key, value);
                break;
            case "source" or "src":
                Source = value.Length == 0 ? null : value;
                break;
            case "target" or "destination" or "dst":
                Target = value;
                break;
            case "consistency":
                Consistency = OneOf(key, value, Consistencies);
                break;
            case "bind-propagation":
                BindPropagation = OneOf(key, value, Propagations);
                break;
            case "bind-recursive":
                BindRecursion = OneOf<BindRecursion>(key, value);
                break;
            case "volume-driver":
                VolumeDriver = value;
                break;
            case "volume-label":
                Add(VolumeLabels, value);
                break;
            case "volume-opt":
                Add(VolumeOptions, value);
                break;
            case "volume-subpath":
                VolumeSubpath = value;
                break;
            case "image-subpath":
                ImageSubpath = value;
                break;
            case "tmpfs-size":
                TmpfsSize = ByteSize.TryParse(value, out var size) ? size : throw Wrong(key, value, "a size such as 64m");
                break;
            default:
                TmpfsMode = Octal(value) ?? throw Wrong(key, value, "octal digits such as 1777");
                break;
        }
    }

    private static int? Octal(string text) =>
        text.Length is > 0 and <= 10 && text.All(digit => digit is >= '0' and <= '7') ? Convert.ToInt32(text, 8) : null;

    private static void Add(Dictionary<string, string> map, string value)
    {
        var equals = value.IndexOf('=');
        var key = equals < 0 ? value : value.Substring(0, equals);
        if (key.Length > 0)
        {
            map[key] = equals < 0 ? "" : value.Substring(equals + 1);
        }
    }

    private static T OneOf<T>(string key, string value)
        where T : struct, Enum =>
        value.Length > 0 && char.IsLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var known)
            ? known
            : throw Wrong(key, value, string.Join(", ", Enum.GetNames(typeof(T))).ToLowerInvariant());

    private static string OneOf(string key, string value, string[] known) =>
        Array.Find(known, one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(key, value, string.Join(", ", known));

    private static FormatException Wrong(string key, string value, string expected) =>
        new(string.Format(CultureInfo.InvariantCulture, "The {0} '{1}' is wrong: {2} is expected.", key, value, expected));
}
