using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>
/// A container's share of a device's time, beside others: <c>path:weight</c>, such as <c>/dev/sda:500</c>; a weight is 10 to 1000, or 0 for none.
/// A hashtable gives one for each entry: <c>@{ '/dev/sda' = 500 }</c>.
/// </summary>
[TypeConverter(typeof(DeviceWeightConverter))]
public sealed class DeviceWeight : Notation<DeviceWeight>
{
    internal const string Form = "A device's weight is path:weight, such as /dev/sda:500: 10 to 1000, or 0 for none.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>/dev/sda:500</c>.</param>
    /// <exception cref="FormatException">The text is not a device's weight.</exception>
    public DeviceWeight(string text)
    {
        (Path, var weight) = DeviceRateText.Split(text, Form);
        Weight = int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is 0 or (>= 10 and <= 1000)
            ? number
            : throw new FormatException($"The weight '{weight}' is none. {Form}");
    }

    /// <summary>The device's path on the engine's machine.</summary>
    public string Path { get; }

    /// <summary>The weight, 10 to 1000; 0 for none.</summary>
    public int Weight { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>/dev/sda:500</c>.</param>
    /// <param name="weight">The device's weight.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceWeight? weight) => TryMake(text, static text => new(text), out weight);

    /// <inheritdoc/>
    public override string ToString() => Path + ":" + Weight.ToString(CultureInfo.InvariantCulture);
}
