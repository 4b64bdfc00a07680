using System;
using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="VolumeBinding"/> of text or a hashtable: source and target, or the parts by name.</summary>
internal sealed class VolumeBindingConverter : NotationConverter<VolumeBinding>
{
    protected override string Form => VolumeBinding.Form;

    protected override VolumeBinding FromText(string text) => new(text);

    protected override VolumeBinding? FromTable(IDictionary table)
    {
        if (!VolumeBindingsAttribute.NamesParts(table))
        {
            return table.Count == 1 ? FromEntry(table) : null;
        }

        var parts = new NotationTable(table);
        var source = parts.TakeText("Source", "Src");
        var target = parts.TakeText("Target", "Destination", "Dst");
        var options = parts.Take("Options") switch
        {
            null => "",
            object[] several => string.Join(",", Array.ConvertAll(several, option => ArgumentText.OfEntry(option, "Options"))),
            var one => ArgumentText.OfEntry(one, "Options")!,
        };
        if (NotationTable.IsTrue(parts.Take("ReadOnly", "Ro"), "ReadOnly"))
        {
            options = options.Length == 0 ? "ro" : "ro," + options;
        }

        parts.RefuseOthers("Source, Target, ReadOnly and Options");
        return new((source is null or "" ? "" : source + ":") + target + (options.Length == 0 ? "" : ":" + options));
    }

    private static VolumeBinding? FromEntry(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            return new(ArgumentText.OfEntry(entry.Key, "The source") + ":" + ArgumentText.OfEntry(entry.Value, "The target"));
        }

        return null;
    }
}
