using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="SecurityOption"/> of text, or of a hashtable with one entry.</summary>
internal sealed class SecurityOptionConverter : NotationConverter<SecurityOption>
{
    protected override string Form => SecurityOption.Form;

    protected override SecurityOption FromText(string text) => new(text);

    protected override SecurityOption? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
