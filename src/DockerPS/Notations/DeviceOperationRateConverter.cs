using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="DeviceOperationRate"/> of text, or of a hashtable with one entry: path and operations a second.</summary>
internal sealed class DeviceOperationRateConverter : NotationConverter<DeviceOperationRate>
{
    protected override string Form => DeviceOperationRate.Form;

    protected override DeviceOperationRate FromText(string text) => new(text);

    protected override DeviceOperationRate? FromTable(IDictionary table)
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
