using System;
using System.Collections;
using System.Linq;

namespace DockerPS;

/// <summary>Lets a hashtable give limits, an entry each: <c>@{ nofile = 1024 }</c>.</summary>
public sealed class UlimitsAttribute : TableEntriesAttribute
{
    internal static bool NamesParts(IDictionary table) => table.Keys.Cast<object>().Any(key =>
        string.Equals(ArgumentText.TextOf(key), "Name", StringComparison.OrdinalIgnoreCase));

    private protected override bool IsOne(IDictionary table) => NamesParts(table);
}
