using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>A link to another container, which is then known under a name: <c>container[:alias]</c>, such as <c>postgres:db</c>. A hashtable gives one for each entry: <c>@{ postgres = 'db' }</c>.</summary>
[TypeConverter(typeof(ContainerLinkConverter))]
public sealed class ContainerLink : Notation<ContainerLink>
{
    internal const string Form = "A link is container[:alias], such as postgres:db.";

    private readonly string? _alias;

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>postgres:db</c>.</param>
    /// <exception cref="FormatException">The text is not a link.</exception>
    public ContainerLink(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2)
        {
            throw new FormatException($"'{text}' has more than one colon. {Form}");
        }

        if (Array.Exists(parts, part => part.Length == 0))
        {
            throw new FormatException($"'{text}' lacks a name. {Form}");
        }

        Container = parts[0];
        _alias = parts.Length > 1 ? parts[1] : null;
    }

    /// <summary>The other container's name or id.</summary>
    public string Container { get; }

    /// <summary>The name that it is known under; its own where none was given.</summary>
    public string Alias => _alias ?? Container;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>postgres:db</c>.</param>
    /// <param name="link">The link.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContainerLink? link) => TryMake(text, static text => new(text), out link);

    /// <inheritdoc/>
    public override string ToString() => _alias is null ? Container : Container + ":" + _alias;
}
