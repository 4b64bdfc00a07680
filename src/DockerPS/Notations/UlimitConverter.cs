using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="Ulimit"/> of text, of a hashtable with one entry, or of Name, Soft and Hard.</summary>
internal sealed class UlimitConverter : NotationConverter<Ulimit>
{
    protected override string Form => Ulimit.Form;

    protected override Ulimit FromText(string text) => new(text);

    protected override Ulimit? FromTable(IDictionary table)
    {
        if (!UlimitsAttribute.NamesParts(table))
        {
            return KeyValueEntry.Text(table) is { } text ? new(text) : null;
        }

        var parts = new NotationTable(table);
        var name = parts.TakeText("Name");
        var soft = parts.TakeText("Soft");
        var hard = parts.TakeText("Hard");
        parts.RefuseOthers("Name, Soft and Hard");
        return new(name + "=" + (soft ?? hard) + (hard is null ? "" : ":" + hard));
    }
}
