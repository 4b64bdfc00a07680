using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="DeviceWeight"/> of text, or of a hashtable with one entry: path and weight.</summary>
internal sealed class DeviceWeightConverter : NotationConverter<DeviceWeight>
{
    protected override string Form => DeviceWeight.Form;

    protected override DeviceWeight FromText(string text) => new(text);

    protected override DeviceWeight? FromTable(IDictionary table)
    {
        if (table.Count != 1)
        {
            return null;
        }

        foreach (DictionaryEntry entry in table)
        {
            return new(ArgumentText.OfEntry(entry.Key, "The path") + ":" + ArgumentText.OfEntry(entry.Value, "The number"));
        }

        return null;
    }
}
