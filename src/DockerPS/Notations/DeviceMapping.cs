using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>
/// A device of the engine's machine for a container: <c>host[:container][:permissions]</c>, such as <c>/dev/snd</c> or <c>/dev/sda:/dev/xvda:r</c>;
/// or a device by its CDI name, <c>vendor.com/class=name</c>; or one of Windows: <c>class/GUID</c>.
/// </summary>
[TypeConverter(typeof(DeviceMappingConverter))]
public sealed class DeviceMapping : Notation<DeviceMapping>
{
    internal const string Form = "A device is host[:container][:permissions], such as /dev/sda:/dev/xvda:rw, or a CDI name, vendor.com/class=name.";

    private const string All = "rwm";

    private static readonly Regex Cdi = Pattern(@"[A-Za-z]([A-Za-z0-9_.-]*[A-Za-z0-9])?/[A-Za-z]([A-Za-z0-9_-]*[A-Za-z0-9])?=[A-Za-z0-9]([A-Za-z0-9_.:-]*[A-Za-z0-9])?");
    private static readonly Regex Windows = Pattern(@"(class/[0-9A-Fa-f-]{36}|[a-z-]+://.+)");

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>/dev/snd</c>.</param>
    /// <exception cref="FormatException">The text is not a device.</exception>
    public DeviceMapping(string text)
    {
        CgroupPermissions = All;
        if (Cdi.IsMatch(text) || Windows.IsMatch(text))
        {
            (PathOnHost, PathInContainer, IsCdi) = (text, text, Cdi.IsMatch(text));
            return;
        }

        var parts = text.Split(':');
        if (parts.Length > 3)
        {
            throw Wrong($"'{text}' has too many colons.");
        }

        PathOnHost = Absolute(parts[0], "on the host");
        var permissionsAlone = parts.Length == 2 && ArePermissions(parts[1]);
        PathInContainer = parts.Length == 1 || permissionsAlone ? PathOnHost : Absolute(parts[1], "in the container");
        if (permissionsAlone || parts.Length == 3)
        {
            var permissions = parts[parts.Length - 1];
            CgroupPermissions = ArePermissions(permissions)
                ? permissions
                : throw Wrong($"The permissions '{permissions}' are wrong: r (read), w (write) and m (make), each once.");
        }
    }

    /// <summary>The path on the engine's machine; the name, where it has none.</summary>
    public string PathOnHost { get; }

    /// <summary>The path in the container; the same as on the host where none was given.</summary>
    public string PathInContainer { get; }

    /// <summary>What the container may do: r (read), w (write), m (make device files). The default is <c>rwm</c>.</summary>
    public string CgroupPermissions { get; }

    /// <summary>It is a device by its CDI name: the engine takes it as a device request with the driver <c>cdi</c>.</summary>
    public bool IsCdi { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>/dev/snd</c>.</param>
    /// <param name="device">The device.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceMapping? device) => TryMake(text, static text => new(text), out device);

    /// <inheritdoc/>
    public override string ToString() => PathOnHost
        + (PathInContainer == PathOnHost ? "" : ":" + PathInContainer)
        + (CgroupPermissions == All ? "" : ":" + CgroupPermissions);

    private static bool ArePermissions(string text) =>
        text.Length > 0 && text.All(letter => letter is 'r' or 'w' or 'm') && text.Distinct().Count() == text.Length;

    private static string Absolute(string path, string where) => path.Length > 0 && path[0] == '/'
        ? path
        : throw Wrong($"The path {where}, '{path}', is not absolute.");

    private static FormatException Wrong(string what) => new(what + " " + Form);

    private static Regex Pattern(string pattern) =>
        new(@"\A(" + pattern + @")\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
