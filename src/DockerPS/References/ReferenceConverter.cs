using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DockerPS.Formatting;

namespace DockerPS;

/// <summary>
/// Makes a reference of what a user or a pipeline gave: text, the thing's own objects (live, deserialized or selected), and custom objects that name it.
/// All else is refused: a job or a network must never bind as a container because it, too, has an Id.
/// </summary>
/// <typeparam name="T">The reference's type.</typeparam>
public abstract class ReferenceConverter<T> : PSTypeConverter
    where T : Reference
{
    private protected ReferenceConverter()
    {
    }

    private protected abstract string Noun { get; }

    /// <summary>The property of the thing's objects that holds its id.</summary>
    private protected abstract string IdProperty { get; }

    /// <summary>The properties that tell a user more of the thing than its name.</summary>
    private protected abstract string[] AboutProperties { get; }

    /// <summary>The full names of the types whose objects are such a thing.</summary>
    private protected abstract string[] OwnTypes { get; }

    private protected abstract T Make(string text, string? engine, bool isId, bool wholeNameOnly, string? name, string? about);

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom(PSObject.AsPSObject(sourceValue), destinationType, formatProvider, ignoreCase);

    /// <inheritdoc/>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        if (sourceValue.BaseObject is T reference)
        {
            return reference;
        }

        if (ArgumentText.TextOf(sourceValue) is { } text)
        {
            return FromText(text);
        }

        if (ArgumentText.IsInteger(sourceValue.BaseObject))
        {
            return Make(sourceValue.ToString(null, CultureInfo.InvariantCulture), engine: null, isId: false, wholeNameOnly: true, name: null, about: null);
        }

        if (ArgumentText.IsNumber(sourceValue.BaseObject))
        {
            throw new PSInvalidCastException(
                $"PowerShell read a number here, and what was typed is lost ({sourceValue}). Quote it: '{Noun}' names and ids are text.");
        }

        var made = FromObject(sourceValue);
        made.IsOfMany = ManyEngines.IsMarked(sourceValue);
        return made;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private T FromText(string text) => string.IsNullOrWhiteSpace(text)
        ? throw new PSInvalidCastException($"The text for a {Noun} is empty: give a name, an id, the beginning of an id, or a wildcard.")
        : Make(text, engine: null, isId: false, wholeNameOnly: false, name: null, about: null);

    private T FromObject(PSObject source)
    {
        var engine = TextProperty(source, "Engine");
        var id = TextProperty(source, IdProperty);
        var name = TextProperty(source, "Name");
        if (IsOwn(source) || IsCustom(source))
        {
            if (id is not null)
            {
                return Make(id, engine, isId: true, wholeNameOnly: false, name, About(source));
            }

            if (name is not null)
            {
                return Make(name, engine, isId: false, wholeNameOnly: true, name: null, about: null);
            }
        }

        var kind = source.TypeNames.FirstOrDefault() ?? "nothing";
        throw new PSInvalidCastException(
            $"{kind} is not a {Noun}. Give a name, an id, the beginning of an id, a wildcard, a {Noun} object, or an object with {IdProperty} or Name.");
    }

    /// <summary>What a thing tells of itself beside its name; null for nothing.</summary>
    private protected virtual string? About(PSObject source)
    {
        var told = AboutProperties.Select(property => TextProperty(source, property)).Where(text => text is not null).ToList();
        return told.Count > 0 ? string.Join(", ", told).ToLowerInvariant() : null;
    }

    private bool IsOwn(PSObject source) => source.TypeNames.FirstOrDefault() is { } type
        && OwnTypes.Any(own => type == own || type == "Deserialized." + own || type == "Selected." + own
            || type == "Deserialized.Selected." + own || type == "Selected.Deserialized." + own);

    // An object that a user made, or read from a file of columns: never one that was made from another type.
    private static bool IsCustom(PSObject source) => source.BaseObject is PSCustomObject
        && source.TypeNames.FirstOrDefault() is { } type
        && (type == typeof(PSCustomObject).FullName || type == "Deserialized." + typeof(PSCustomObject).FullName
            || type == "Selected." + typeof(PSCustomObject).FullName);

    private static string? TextProperty(PSObject source, string property) =>
        source.Properties[property]?.Value is { } value && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out string text) && text.Length > 0 ? text : null;
}
