using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="ContextReference"/> of a name, or of a context's object, live or deserialized. Other objects that have a name are refused.</summary>
public sealed class ContextReferenceConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var source = PSObject.AsPSObject(sourceValue);
        var text = source.BaseObject switch
        {
            ContextReference reference => reference.Text,
            string name => name,
            DockerContext context => context.Name,
            _ => IsContext(source) ? source.Properties["Name"]?.Value as string : ArgumentText.TextOf(source),
        };
        return string.IsNullOrWhiteSpace(text)
            ? throw new PSInvalidCastException("A context is given by its name, or as an object of Get-DockerContext.")
            : new ContextReference(text!);
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private static bool IsContext(PSObject source)
    {
        var own = typeof(DockerContext).FullName!;
        var type = source.TypeNames.Count > 0 ? source.TypeNames[0] : "";
        return type == "Deserialized." + own || type == "Selected." + own || type == "Deserialized.Selected." + own || type == "Selected.Deserialized." + own;
    }
}
