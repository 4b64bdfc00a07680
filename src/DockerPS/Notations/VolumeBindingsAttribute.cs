using System.Collections;
using System.Linq;

namespace DockerPS;

/// <summary>Lets a hashtable give volumes and folders, an entry each: <c>@{ source = target }</c>.</summary>
public sealed class VolumeBindingsAttribute : TableEntriesAttribute
{
    /// <summary>A table that has a target names the parts of one volume: only then is another key, such as source, not a volume's name.</summary>
    internal static bool NamesParts(IDictionary table) => table.Keys.Cast<object>().Any(key =>
        ArgumentText.TextOf(key) is { } text && NotationTable.Plain(text).ToUpperInvariant() is "TARGET" or "DESTINATION" or "DST");

    private protected override bool IsOne(IDictionary table) => NamesParts(table);
}
