using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS;

/// <summary>
/// Lets one hashtable give several values of an array parameter, one for each of its entries: <c>@{ 8080 = 80; 8443 = 443 }</c> is two ports.
/// PowerShell's binder would hand the whole hashtable to one element.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class TableEntriesAttribute : ArgumentTransformationAttribute
{
    private protected TableEntriesAttribute()
    {
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // A lone value goes on as it came: its PSObject may carry the text of a number.
        switch (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        {
            case IDictionary table when !IsOne(table):
                return Entries(table).ToArray();
            case IList list:
                var all = new List<object>(list.Count);
                foreach (var element in list)
                {
                    Add(all, element);
                }

                return all.ToArray();
            default:
                return inputData;
        }
    }

    /// <summary>Whether the keys of a hashtable name the parts of one value, instead of being values themselves.</summary>
    private protected virtual bool IsOne(IDictionary table) => false;

    private void Add(List<object> all, object? element)
    {
        switch (element is PSObject wrapped ? wrapped.BaseObject : element)
        {
            case null:
                throw new ArgumentTransformationMetadataException("One of the values is $null.");
            case IDictionary table when !IsOne(table):
                all.AddRange(Entries(table));
                break;
            default:
                all.Add(element!);
                break;
        }
    }

    private static List<object> Entries(IDictionary table)
    {
        var entries = new List<object>(table.Count);
        foreach (DictionaryEntry entry in table)
        {
            entries.Add(new Hashtable { [entry.Key] = entry.Value });
        }

        return entries;
    }
}
