using System;
using System.Globalization;

namespace DockerPS;

/// <summary>Makes a <see cref="ByteSize"/> of text or a number of bytes.</summary>
internal sealed class ByteSizeConverter : NotationConverter<ByteSize>
{
    protected override string Form => ByteSize.Form;

    protected override ByteSize FromText(string text) => new(text);

    protected override ByteSize? FromNumber(object number, string? text) => FromBytes(number, text);

    // 1.5GB is the double 1610612736: as a size a number is its value, however it was typed.
    internal static ByteSize FromBytes(object number, string? text) => number is double or float or decimal
        ? new(ByteSize.Whole(Convert.ToDouble(number, CultureInfo.InvariantCulture), text ?? Convert.ToString(number, CultureInfo.InvariantCulture)!))
        : number is ulong and > long.MaxValue
            ? throw new FormatException("That is more bytes than can be counted.")
            : new(Convert.ToInt64(number, CultureInfo.InvariantCulture));
}
