using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes an <see cref="EngineReference"/> of a context's name, an address, or an object with an <c>Engine</c>.</summary>
public sealed class EngineReferenceConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var source = PSObject.AsPSObject(sourceValue);
        var text = source.BaseObject switch
        {
            EngineReference reference => reference.Text,
            string name => name,
            Uri address => address.OriginalString,
            _ => source.Properties["Engine"]?.Value as string,
        };

        return string.IsNullOrWhiteSpace(text)
            ? throw new PSInvalidCastException(
                "An engine is given as a context's name, an address such as unix:///var/run/docker.sock or tcp://host:2375, or an object that has an Engine.")
            : new EngineReference(text!);
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();
}
