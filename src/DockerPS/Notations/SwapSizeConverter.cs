using System;
using System.Globalization;

namespace DockerPS;

/// <summary>Makes a <see cref="SwapSize"/> of text, a number of bytes, or -1.</summary>
internal sealed class SwapSizeConverter : NotationConverter<SwapSize>
{
    protected override string Form => SwapSize.Form;

    protected override SwapSize FromText(string text) => new(text);

    protected override SwapSize? FromNumber(object number, string? text) =>
        Convert.ToDouble(number, CultureInfo.InvariantCulture) is -1 ? new("-1") : new(ByteSizeConverter.FromBytes(number, text));
}
