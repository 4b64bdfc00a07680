using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="Label"/> of text, or of a hashtable with one entry.</summary>
internal sealed class LabelConverter : NotationConverter<Label>
{
    protected override string Form => Label.Form;

    protected override Label FromText(string text) => new(text);

    protected override Label? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
