using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>What a user or a pipeline gave for a thing on an engine: a name, an id, an id's beginning, a wildcard, or the thing itself.</summary>
public abstract class Reference
{
    private protected Reference(string text, string? engine, bool isId, bool wholeNameOnly)
    {
        Text = text;
        Engine = engine;
        IsId = isId;
        WholeNameOnly = wholeNameOnly;
    }

    /// <summary>The name, id, id's beginning or wildcard.</summary>
    public string Text { get; }

    /// <summary>The engine that the thing came from; null where only text was given.</summary>
    public string? Engine { get; }

    /// <summary>The text is the whole id, taken from an object: nothing needs to be looked up.</summary>
    public bool IsId { get; }

    /// <summary>
    /// The text was a number in an array, where PowerShell keeps no leading zeros, or the name in a custom object: it may mean a whole name, never an id's
    /// beginning or a wildcard.
    /// </summary>
    public bool WholeNameOnly { get; }

    /// <summary>The name to show for it; the text where no object came with a name.</summary>
    public string? Name { get; private protected init; }

    /// <summary>What an object told of itself beside its name, for a question to the user; null where only text was given.</summary>
    public string? About { get; private protected init; }

    /// <summary>The object came from a command that asked several engines.</summary>
    internal bool IsOfMany { get; set; }

    /// <summary>The text has wildcards, and may mean any number of things.</summary>
    public bool IsPattern => !IsId && !WholeNameOnly && WildcardPattern.ContainsWildcardCharacters(Text);

    /// <summary>Whether a name fits the wildcards; case does not count.</summary>
    /// <param name="name">The name.</param>
    public bool Matches(string name) => WildcardPattern.Get(Text, WildcardOptions.IgnoreCase).IsMatch(name);

    /// <inheritdoc/>
    public override string ToString() => Name ?? Text;
}
