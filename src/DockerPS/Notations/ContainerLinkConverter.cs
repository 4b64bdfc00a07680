using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="ContainerLink"/> of text, or of a hashtable with one entry: container and alias.</summary>
internal sealed class ContainerLinkConverter : NotationConverter<ContainerLink>
{
    protected override string Form => ContainerLink.Form;

    protected override ContainerLink FromText(string text) => new(text);

    protected override ContainerLink? FromTable(IDictionary table)
    {
        if (table.Count != 1)
        {
            return null;
        }

        foreach (DictionaryEntry entry in table)
        {
            return new(ArgumentText.OfEntry(entry.Key, "The container") + ":" + ArgumentText.OfEntry(entry.Value, "The alias"));
        }

        return null;
    }
}
