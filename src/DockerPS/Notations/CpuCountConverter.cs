using System;
using System.Globalization;

namespace DockerPS;

/// <summary>Makes a <see cref="CpuCount"/> of text or a number.</summary>
internal sealed class CpuCountConverter : NotationConverter<CpuCount>
{
    protected override string Form => CpuCount.Form;

    protected override CpuCount FromText(string text) => new(text);

    // A number that still has its text is read exactly; a computed one is rounded to what the engine can count.
    protected override CpuCount? FromNumber(object number, string? text)
    {
        if (text is not null && CpuCount.TryParse(text, out var exact))
        {
            return exact;
        }

        try
        {
            return CpuCount.From(Convert.ToDecimal(number, CultureInfo.InvariantCulture));
        }
        catch (OverflowException error)
        {
            throw new FormatException(Convert.ToString(number, CultureInfo.InvariantCulture) + " is not a number of processors. " + CpuCount.Form, error);
        }
    }
}
