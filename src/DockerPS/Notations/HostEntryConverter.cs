using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="HostEntry"/> of text, or of a hashtable with one entry: host and address.</summary>
internal sealed class HostEntryConverter : NotationConverter<HostEntry>
{
    protected override string Form => HostEntry.Form;

    protected override HostEntry FromText(string text) => new(text);

    protected override HostEntry? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
