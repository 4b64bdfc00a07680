using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="Sysctl"/> of text, or of a hashtable with one entry.</summary>
internal sealed class SysctlConverter : NotationConverter<Sysctl>
{
    protected override string Form => Sysctl.Form;

    protected override Sysctl FromText(string text) => new(text);

    protected override Sysctl? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
