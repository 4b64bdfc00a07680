using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="KeyValueOption"/> of text, or of a hashtable with one entry.</summary>
internal sealed class KeyValueOptionConverter : NotationConverter<KeyValueOption>
{
    protected override string Form => KeyValueOption.Form;

    protected override KeyValueOption FromText(string text) => new(text);

    protected override KeyValueOption? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
