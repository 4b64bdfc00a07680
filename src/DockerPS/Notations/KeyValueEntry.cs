using System;
using System.Collections;

namespace DockerPS;

/// <summary>A hashtable with one entry as docker's <c>key=value</c>; the expanding attributes make such tables.</summary>
internal static class KeyValueEntry
{
    /// <returns>The text, the key alone where its value is null; null where the table has not one entry.</returns>
    /// <exception cref="FormatException">The key or value has no sure text.</exception>
    public static string? Text(IDictionary table)
    {
        if (table.Count != 1)
        {
            return null;
        }

        foreach (DictionaryEntry entry in table)
        {
            var key = ArgumentText.OfEntry(entry.Key, "A key of the hashtable")!;
            var value = ArgumentText.OfEntry(entry.Value, $"The value of {key}");
            return key.IndexOf('=') >= 0
                ? throw new FormatException($"The key '{key}' has an equals sign.")
                : value is null ? key : key + "=" + value;
        }

        return null;
    }
}
