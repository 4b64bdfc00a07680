using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace DockerPS.Formatting;

/// <summary>
/// The computed columns of the tables: hidden properties of the objects, live or deserialized. Code and not script, so that they work where scripts may not run.
/// </summary>
public static class Columns
{
    private const int ShortLength = 12;

    private static readonly (string Property, string Text)[] NetworkFlags =
    [
        ("Internal", "internal"), ("Attachable", "attachable"), ("Ingress", "ingress"), ("ConfigOnly", "config only"), ("IPv6", "IPv6"),
    ];

    /// <summary>The first characters of a container's id, as people use it.</summary>
    /// <param name="source">A container.</param>
    public static string ShortContainerId(PSObject source) => Short(Text(source, "ContainerId"));

    /// <summary>The first characters of an image's id, without its algorithm.</summary>
    /// <param name="source">An image.</param>
    public static string ShortImageId(PSObject source)
    {
        var id = Text(source, "ImageId");
        return Short(id.Substring(id.IndexOf(':') + 1));
    }

    /// <summary>How long ago it was created.</summary>
    /// <param name="source">An object with <c>Created</c>.</param>
    public static string Age(PSObject source) => source.Properties["Created"]?.Value is DateTime created ? AgeText.Of(created, DateTime.Now) : "";

    /// <summary>A container's ports; the address is left out where every one is listened on, and ports in a row are one range.</summary>
    /// <param name="source">A container.</param>
    public static string Ports(PSObject source) => PortText.Of(Items(source, "Ports").Select(port => port.ToString(null, CultureInfo.InvariantCulture)));

    /// <summary>A container's status, in the colour of its state where the terminal has colours.</summary>
    /// <param name="source">A container.</param>
    public static string Status(PSObject source) => StateColor.Paint(source, Text(source, "Status"));

    /// <summary>A container's state, in its colour where the terminal has colours.</summary>
    /// <param name="source">A container's details.</param>
    public static string State(PSObject source) => StateColor.Paint(source, Text(source, "State"));

    /// <summary>
    /// What tables group by: the engine, of things that were asked of several engines at once. Nothing for others, and then a table has no groups.
    /// </summary>
    /// <param name="source">An object with <c>Engine</c>.</param>
    public static object EngineGroup(PSObject source) => ManyEngines.IsMarked(source) ? Text(source, "Engine") : AutomationNull.Value;

    /// <summary>An image's bytes, as people read them.</summary>
    /// <param name="source">An object with <c>Size</c>.</param>
    public static string Size(PSObject source) =>
        source.Properties["Size"]?.Value is { } size && LanguagePrimitives.TryConvertTo<long>(size, CultureInfo.InvariantCulture, out var bytes) ? ByteText.Of(bytes) : "";

    /// <summary>Bytes that are free again, as people read them.</summary>
    /// <param name="source">An object with <c>SpaceReclaimed</c>.</param>
    public static string SpaceReclaimed(PSObject source) => ByteText.Of((long)Number(source, "SpaceReclaimed"));

    /// <summary>An image's repository, or what stands for none.</summary>
    /// <param name="source">An image.</param>
    public static string RepositoryName(PSObject source) => Text(source, "Repository") is { Length: > 0 } name ? name : "<none>";

    /// <summary>An image's tag, or what stands for none.</summary>
    /// <param name="source">An image.</param>
    public static string TagName(PSObject source) => Text(source, "Tag") is { Length: > 0 } name ? name : "<none>";

    /// <summary>An image's name and tag, or its id where it has none.</summary>
    /// <param name="source">An object with <c>Repository</c> and <c>Tag</c>.</param>
    public static string Reference(PSObject source) =>
        Text(source, "Repository") is { Length: > 0 } name && Text(source, "Tag") is { Length: > 0 } tag ? name + ":" + tag : ShortImageId(source);

    /// <summary>Processor time in per cent, as people read it.</summary>
    /// <param name="source">A container's statistics.</param>
    public static string Cpu(PSObject source) => Number(source, "CpuPercent").ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Used memory and its limit.</summary>
    /// <param name="source">A container's statistics.</param>
    public static string Memory(PSObject source) => Pair(source, "MemoryUsage", "MemoryLimit", ByteText.OfMemoryShort);

    /// <summary>Bytes in and out over networks.</summary>
    /// <param name="source">A container's statistics.</param>
    public static string Network(PSObject source) => Pair(source, "NetworkReceived", "NetworkSent", ByteText.OfShort);

    /// <summary>Bytes from and to disks.</summary>
    /// <param name="source">A container's statistics.</param>
    public static string Block(PSObject source) => Pair(source, "BlockRead", "BlockWritten", ByteText.OfShort);

    /// <summary>The first characters of a network's id, as people use it.</summary>
    /// <param name="source">A network.</param>
    public static string ShortNetworkId(PSObject source) => Short(Text(source, "NetworkId"));

    /// <summary>The addresses that a network has to give.</summary>
    /// <param name="source">A network.</param>
    public static string Pools(PSObject source) => string.Join(", ", Items(source, "Pools"));

    /// <summary>An engine's address as it was given.</summary>
    /// <param name="source">An object with <c>Address</c>.</param>
    public static string Address(PSObject source) => source.Properties["Address"]?.Value is Uri address ? address.OriginalString : Text(source, "Address");

    /// <summary>What is particular to a network.</summary>
    /// <param name="source">A network.</param>
    public static string Flags(PSObject source) => string.Join(", ", NetworkFlags.Where(flag => LanguagePrimitives.IsTrue(source.Properties[flag.Property]?.Value)).Select(flag => flag.Text));

    /// <summary>What would be free, and its share of all.</summary>
    /// <param name="source">An object with <c>Size</c> and <c>Reclaimable</c>.</param>
    public static string Reclaimable(PSObject source)
    {
        var (size, free) = (Number(source, "Size"), Number(source, "Reclaimable"));
        return ByteText.Of((long)free) + (size > 0 ? $" ({(int)(100 * free / size)}%)" : "");
    }

    /// <summary>Bytes shared with others, as people read them.</summary>
    /// <param name="source">An object with <c>SharedSize</c>.</param>
    public static string SharedSize(PSObject source) => source.Properties["SharedSize"]?.Value is null ? "" : ByteText.Of((long)Number(source, "SharedSize"));

    /// <summary>The first characters of a thing's id, as people use it, without its algorithm.</summary>
    /// <param name="source">An object with <c>Id</c>.</param>
    public static string ShortItemId(PSObject source)
    {
        var id = Text(source, "Id");
        return Short(id.StartsWith("sha256:", StringComparison.Ordinal) ? id.Substring(7) : id);
    }

    /// <summary>When an event happened, to the millisecond.</summary>
    /// <param name="source">An event.</param>
    public static string EventTime(PSObject source) =>
        source.Properties["Time"]?.Value is DateTime time ? time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) : "";

    /// <summary>What happened, with the detail behind.</summary>
    /// <param name="source">An event.</param>
    public static string EventAction(PSObject source) =>
        Text(source, "ActionDetail") is { Length: > 0 } detail ? Text(source, "Action") + ": " + detail : Text(source, "Action");

    /// <summary>The containers that were made of it.</summary>
    /// <param name="source">An image.</param>
    public static string Containers(PSObject source) => string.Join(", ", Items(source, "Containers"));

    /// <summary>The containers that use it.</summary>
    /// <param name="source">An object with <c>Users</c>.</param>
    public static string Users(PSObject source) => string.Join(", ", Items(source, "Users"));

    private static string Pair(PSObject source, string first, string second, Func<long, string> print) =>
        print((long)Number(source, first)) + " / " + print((long)Number(source, second));

    private static double Number(PSObject source, string property) =>
        source.Properties[property]?.Value is { } value && LanguagePrimitives.TryConvertTo<double>(value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Short(string id) => id.Length > ShortLength ? id.Substring(0, ShortLength) : id;

    private static string Text(PSObject source, string property) => source.Properties[property]?.Value?.ToString() ?? "";

    private static IEnumerable<PSObject> Items(PSObject source, string property)
    {
        var value = source.Properties[property]?.Value;
        return (value is PSObject wrapped ? wrapped.BaseObject : value) is IEnumerable items and not string
            ? items.Cast<object>().Where(item => item is not null).Select(PSObject.AsPSObject)
            : [];
    }
}
