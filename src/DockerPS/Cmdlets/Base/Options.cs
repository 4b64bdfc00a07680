using System;
using System.Collections.Generic;

namespace DockerPS.Cmdlets;

/// <summary>Options and labels as dictionaries. A key that comes twice counts by its last value.</summary>
internal static class Options
{
    public static Dictionary<string, string>? Map(KeyValueOption[]? options) => Map(options, option => option.Key, option => option.Value ?? "");

    public static Dictionary<string, string>? Map(Label[]? labels) => Map(labels, label => label.Key, label => label.Value);

    private static Dictionary<string, string>? Map<T>(T[]? values, Func<T, string> key, Func<T, string> value)
    {
        if (values is null)
        {
            return null;
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in values)
        {
            map[key(one)] = value(one);
        }

        return map;
    }
}
