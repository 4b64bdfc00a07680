using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace DockerPS.Shell.Commands.Objects;

/// <summary>One entry of a <c>-Property</c> parameter: a name, a script block, or a hashtable with a label and an expression.</summary>
internal sealed class PropertySpec
{
    private PropertySpec(PSPropertyExpression expression, string? label, bool? descending)
    {
        Expression = expression;
        Label = label;
        Descending = descending;
    }

    public PSPropertyExpression Expression { get; }

    public string? Label { get; }

    public bool? Descending { get; }

    public static List<PropertySpec> ParseAll(object[]? properties) => [.. (properties ?? []).Select(Parse)];

    /// <summary>The value for an object; null where there is no such property or its script failed.</summary>
    public object? ValueOf(PSObject target)
    {
        PSPropertyExpressionResult? result = Expression.GetValues(target).FirstOrDefault();
        return result?.Exception is null ? result?.Result : null;
    }

    private static PropertySpec Parse(object? property)
    {
        object? value = property is PSObject wrapper ? wrapper.BaseObject : property;
        return value switch
        {
            string name => new PropertySpec(new PSPropertyExpression(name), label: null, descending: null),
            ScriptBlock script => new PropertySpec(new PSPropertyExpression(script), label: null, descending: null),
            IDictionary entries => Parse(entries),
            null => throw new PSInvalidOperationException("A property is null: give a name, a script block, or a hashtable with Name and Expression."),
            _ => new PropertySpec(new PSPropertyExpression(value.ToString()), label: null, descending: null),
        };
    }

    private static PropertySpec Parse(IDictionary entries)
    {
        object? expression = null;
        string? label = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in entries)
        {
            string key = entry.Key.ToString() ?? "";
            if (Is(key, "Expression"))
            {
                expression = entry.Value is PSObject wrapper ? wrapper.BaseObject : entry.Value;
            }
            else if (Is(key, "Name") || Is(key, "Label"))
            {
                label = entry.Value?.ToString();
            }
            else if (Is(key, "Descending"))
            {
                descending = LanguagePrimitives.IsTrue(entry.Value);
            }
            else if (Is(key, "Ascending"))
            {
                descending = !LanguagePrimitives.IsTrue(entry.Value);
            }
            else
            {
                throw new PSInvalidOperationException($"The key '{key}' is not one of Name, Label, Expression, Ascending, Descending.");
            }
        }

        return expression switch
        {
            ScriptBlock script => new PropertySpec(new PSPropertyExpression(script), label, descending),
            { } name => new PropertySpec(new PSPropertyExpression(name.ToString()), label, descending),
            null => throw new PSInvalidOperationException("The hashtable has no Expression."),
        };
    }

    /// <summary>PowerShell takes any unambiguous beginning of a key: <c>@{ n = 'Size'; e = { ... } }</c>.</summary>
    private static bool Is(string key, string full) => key.Length > 0 && full.StartsWith(key, StringComparison.OrdinalIgnoreCase);
}
