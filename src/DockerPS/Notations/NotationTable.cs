using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>A hashtable whose keys name the parts of a notation: each part is taken out once, and what is left over was not understood.</summary>
internal sealed class NotationTable
{
    private readonly Dictionary<string, object?> _parts = new(StringComparer.OrdinalIgnoreCase);

    public NotationTable(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            _parts[Plain(ArgumentText.OfEntry(entry.Key, "A key of the hashtable")!)] = entry.Value;
        }
    }

    public int Count => _parts.Count;

    public bool Has(params string[] names) => names.Any(_parts.ContainsKey);

    /// <summary>The text of the part under the first of its names; null where the table lacks it.</summary>
    public string? TakeText(params string[] names) => ArgumentText.OfEntry(Take(names), names[0]);

    /// <summary>The value of the part under the first of its names; null where the table lacks it.</summary>
    public object? Take(params string[] names)
    {
        foreach (var name in names)
        {
            if (_parts.TryGetValue(name, out var value))
            {
                _parts.Remove(name);
                return value;
            }
        }

        return null;
    }

    /// <exception cref="FormatException">Something is left over.</exception>
    public void RefuseOthers(string known)
    {
        if (_parts.Count > 0)
        {
            throw new FormatException($"The hashtable has the unknown key {_parts.Keys.First()}: its keys may be {known}.");
        }
    }

    /// <summary>The truth of a value: a boolean, a switch, or docker's text for one. Null is false.</summary>
    /// <exception cref="FormatException">It is nothing of that.</exception>
    public static bool IsTrue(object? value, string what) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => false,
        bool truth => truth,
        SwitchParameter truth => truth.IsPresent,
        _ => BooleanText.Parse(ArgumentText.OfEntry(value, what)!)
            ?? throw new FormatException($"{what}: $true or $false is expected."),
    };

    /// <summary>A key without the dashes that docker's names have and PowerShell's don't.</summary>
    public static string Plain(string key) => key.Replace("-", "").Replace("_", "");
}
