using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>
/// Makes a notation of what PowerShell's binder hands over: docker's text, the notation itself, its form out of a job, a remote session or CLIXML,
/// and, where the notation says so, hashtables, numbers and .NET values. All else is refused.
/// </summary>
/// <typeparam name="T">The notation.</typeparam>
internal abstract class NotationConverter<T> : PSTypeConverter
    where T : Notation<T>
{
    /// <summary>What the notation is and looks like, as the second half of an error: "a published port is ...".</summary>
    protected abstract string Form { get; }

    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    // The text that a lone number was typed with is on the PSObject: this overload sees it, the other would not.
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => true;

    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom(PSObject.AsPSObject(sourceValue), destinationType, formatProvider, ignoreCase);

    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var given = sourceValue.BaseObject;
        if (given is T already)
        {
            return already;
        }

        if (given is string text)
        {
            return FromText(text);
        }

        if (ArgumentText.IsNumber(given))
        {
            return FromNumber(given, ArgumentText.TextOf(sourceValue))
                ?? throw new FormatException(ArgumentText.Lost(given) + " " + Form);
        }

        return FromOther(sourceValue)
            ?? throw new FormatException($"{ArgumentText.NameOf(given)} can't stand here. {Form}");
    }

    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    /// <summary>The notation of docker's text.</summary>
    protected abstract T FromText(string text);

    /// <summary>The notation of a number; null where a number without its text means nothing.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">What was typed, where PowerShell kept it.</param>
    protected virtual T? FromNumber(object number, string? text) => text is null ? null : FromText(text);

    /// <summary>The notation of a hashtable; null where none is taken.</summary>
    protected virtual T? FromTable(IDictionary table) => null;

    /// <summary>The notation of another .NET value; null where it is refused.</summary>
    protected virtual T? FromValue(object value) => null;

    private T? FromOther(PSObject source)
    {
        if (Is(source, typeof(T).FullName!))
        {
            return FromText(source.ToString(format: null, CultureInfo.InvariantCulture));
        }

        return source.BaseObject is IDictionary table ? FromTable(table)
            : source.BaseObject is char letter ? FromText(new string(letter, 1))
            : FromValue(source);
    }

    /// <summary>Whether an object is, or was before it was serialized, of a type.</summary>
    private protected static bool Is(object source, string typeName) => source is PSObject wrapped && wrapped.TypeNames.Any(name =>
        string.Equals(name, typeName, StringComparison.Ordinal)
        || string.Equals(name, "Deserialized." + typeName, StringComparison.Ordinal));
}
