using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="TmpfsMount"/> of text, or of a hashtable with one entry: target and options.</summary>
internal sealed class TmpfsMountConverter : NotationConverter<TmpfsMount>
{
    protected override string Form => TmpfsMount.Form;

    protected override TmpfsMount FromText(string text) => new(text);

    protected override TmpfsMount? FromTable(IDictionary table)
    {
        if (table.Count != 1)
        {
            return null;
        }

        foreach (DictionaryEntry entry in table)
        {
            return new(ArgumentText.OfEntry(entry.Key, "The target") + ":" + ArgumentText.OfEntry(entry.Value, "The options"));
        }

        return null;
    }
}
