using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>
/// How many operations a second a container may do on a device: <c>path:number</c>, such as <c>/dev/sda:1000</c>. A hashtable gives one for each entry: <c>@{ '/dev/sda' = 1000 }</c>.
/// </summary>
[TypeConverter(typeof(DeviceOperationRateConverter))]
public sealed class DeviceOperationRate : Notation<DeviceOperationRate>
{
    internal const string Form = "A device's rate is path:number, such as /dev/sda:1000, in operations a second.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>/dev/sda:1000</c>.</param>
    /// <exception cref="FormatException">The text is not a device's rate.</exception>
    public DeviceOperationRate(string text)
    {
        (Path, var rate) = DeviceRateText.Split(text, Form);
        Rate = long.TryParse(rate, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The rate '{rate}' is not a whole number. {Form}");
    }

    /// <summary>The device's path on the engine's machine.</summary>
    public string Path { get; }

    /// <summary>Operations a second; 0 for no limit.</summary>
    public long Rate { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>/dev/sda:1000</c>.</param>
    /// <param name="rate">The device's rate.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceOperationRate? rate) => TryMake(text, static text => new(text), out rate);

    /// <inheritdoc/>
    public override string ToString() => Path + ":" + Rate.ToString(CultureInfo.InvariantCulture);
}
