using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// How many bytes a second a container may read from or write to a device: <c>path:rate</c>, such as <c>/dev/sda:10mb</c>; the rate as any <see cref="ByteSize"/>.
/// A hashtable gives one for each entry: <c>@{ '/dev/sda' = 10MB }</c>.
/// </summary>
[TypeConverter(typeof(DeviceByteRateConverter))]
public sealed class DeviceByteRate : Notation<DeviceByteRate>
{
    internal const string Form = "A device's rate is path:rate, such as /dev/sda:10mb, in bytes a second.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>/dev/sda:10mb</c>.</param>
    /// <exception cref="FormatException">The text is not a device's rate.</exception>
    public DeviceByteRate(string text)
    {
        (Path, var rate) = DeviceRateText.Split(text, Form);
        Rate = ByteSize.TryParse(rate, out var size) ? size : throw new FormatException($"The rate '{rate}' is not a size. {Form}");
    }

    internal DeviceByteRate(string path, ByteSize rate)
    {
        (Path, _) = DeviceRateText.Split(path + ":", Form);
        Rate = rate;
    }

    /// <summary>The device's path on the engine's machine.</summary>
    public string Path { get; }

    /// <summary>Bytes a second; 0 for no limit.</summary>
    public ByteSize Rate { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>/dev/sda:10mb</c>.</param>
    /// <param name="rate">The device's rate.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceByteRate? rate) => TryMake(text, static text => new(text), out rate);

    /// <inheritdoc/>
    public override string ToString() => Path + ":" + Rate;
}
