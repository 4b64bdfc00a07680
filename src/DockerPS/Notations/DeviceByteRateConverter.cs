using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="DeviceByteRate"/> of text, or of a hashtable with one entry: path and bytes a second.</summary>
internal sealed class DeviceByteRateConverter : NotationConverter<DeviceByteRate>
{
    protected override string Form => DeviceByteRate.Form;

    protected override DeviceByteRate FromText(string text) => new(text);

    protected override DeviceByteRate? FromTable(IDictionary table)
    {
        if (table.Count != 1)
        {
            return null;
        }

        foreach (DictionaryEntry entry in table)
        {
            var path = ArgumentText.OfEntry(entry.Key, "The path")!;
            // 1.5GB is a double, and a size all the same.
            return ArgumentText.IsNumber(entry.Value)
                ? new(path, ByteSizeConverter.FromBytes(Unwrapped(entry.Value!), ArgumentText.TextOf(entry.Value)))
                : new(path + ":" + ArgumentText.OfEntry(entry.Value, "The rate"));
        }

        return null;
    }

    private static object Unwrapped(object value) => value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value;
}
