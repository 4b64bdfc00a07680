using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

/// <summary>Compares as PowerShell's operators do, and by text what they can't; null comes first.</summary>
internal sealed class ValueComparer(bool caseSensitive) : IComparer<object?>, IEqualityComparer<object?>
{
    public int Compare(object? x, object? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        return LanguagePrimitives.TryCompare(x, y, !caseSensitive, CultureInfo.CurrentCulture, out int result)
            ? result
            : CultureInfo.CurrentCulture.CompareInfo.Compare(TextOf(x), TextOf(y), caseSensitive ? CompareOptions.None : CompareOptions.IgnoreCase);
    }

    public new bool Equals(object? x, object? y) => Compare(x, y) == 0;

    public int GetHashCode(object? obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(TextOf(obj));

    private static string TextOf(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";
}
