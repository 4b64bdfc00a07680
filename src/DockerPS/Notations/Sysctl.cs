using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>
/// A setting of the kernel for a container alone: <c>name=value</c>, such as <c>net.ipv4.ip_forward=1</c>. Only those that the kernel keeps apart for each container are taken.
/// A hashtable gives one for each entry: <c>@{ 'net.core.somaxconn' = 1024 }</c>.
/// </summary>
[TypeConverter(typeof(SysctlConverter))]
public sealed class Sysctl : Notation<Sysctl>
{
    internal const string Form = "A kernel setting is name=value, its name one of net.*, fs.mqueue.*, kernel.msg*, kernel.sem and kernel.shm*.";

    private static readonly string[] Prefixes = ["net.", "fs.mqueue."];

    private static readonly string[] Names =
    [
        "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
    ];

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>net.ipv4.ip_forward=1</c>.</param>
    /// <exception cref="FormatException">There is no value, or the setting is not the container's own.</exception>
    public Sysctl(string text)
    {
        var equals = text.IndexOf('=');
        Name = equals < 0 ? throw new FormatException($"'{text}' has no equals sign. {Form}") : text.Substring(0, equals);
        Value = text.Substring(equals + 1);
        if (!Names.Contains(Name, StringComparer.Ordinal) && !Array.Exists(Prefixes, prefix => Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            throw new FormatException($"'{Name}' can't be set for a container alone. {Form}");
        }
    }

    /// <summary>The setting's name, with points.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>net.ipv4.ip_forward=1</c>.</param>
    /// <param name="setting">The setting.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Sysctl? setting) => TryMake(text, static text => new(text), out setting);

    /// <inheritdoc/>
    public override string ToString() => Name + "=" + Value;
}
