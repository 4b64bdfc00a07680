using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>A hashtable as the fields of a docker long form: <c>@{ Type = 'bind'; ReadOnly = $true; VolumeLabel = @{ a = 1 } }</c>.</summary>
internal static class TableFields
{
    /// <summary>The fields, under docker's keys. A list gives its key several times, a hashtable gives <c>key=k=v</c>, a boolean <c>true</c> or <c>false</c>; what is null is left out.</summary>
    /// <param name="table">The hashtable. Dashes and case of its keys don't count.</param>
    /// <param name="keys">Docker's keys.</param>
    /// <exception cref="FormatException">A key is unknown, or a value has no sure text.</exception>
    public static List<(string Key, string? Value)> Read(IDictionary table, IReadOnlyCollection<string> keys)
    {
        var fields = new List<(string, string?)>();
        foreach (DictionaryEntry entry in table)
        {
            var name = ArgumentText.OfEntry(entry.Key, "A key of the hashtable")!;
            var key = keys.FirstOrDefault(known => string.Equals(NotationTable.Plain(known), NotationTable.Plain(name), StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"The hashtable has the unknown key {name}: its keys may be {string.Join(", ", keys)}.");
            fields.AddRange(Values(entry.Value, key).Select(value => (key, (string?)value)));
        }

        return fields;
    }

    private static IEnumerable<string> Values(object? value, string key)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case null:
                return [];
            case bool or SwitchParameter:
                return [NotationTable.IsTrue(value, key) ? "true" : "false"];
            case IDictionary table:
                return table.Cast<DictionaryEntry>().Select(entry =>
                    KeyValueEntry.Text(new Hashtable { [entry.Key] = entry.Value ?? "" })!);
            case IList list:
                return list.Cast<object?>().SelectMany(element => Values(element, key));
            default:
                return [ArgumentText.OfEntry(value, key)!];
        }
    }
}
