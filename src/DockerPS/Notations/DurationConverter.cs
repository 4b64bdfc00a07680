using System;
using System.Globalization;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="Duration"/> of text, a TimeSpan, or a number of seconds.</summary>
internal sealed class DurationConverter : NotationConverter<Duration>
{
    protected override string Form => Duration.Form;

    protected override Duration FromText(string text) => new(text);

    // PowerShell 7 reads 100us as the number 100 of an unsigned kind: what was typed says more.
    protected override Duration? FromNumber(object number, string? text) =>
        Duration.TryParse(text, out var typed) ? typed : Duration.FromSeconds(Seconds(number));

    protected override Duration? FromValue(object value) => value is PSObject { BaseObject: TimeSpan time } ? new(time) : null;

    private static decimal Seconds(object number)
    {
        try
        {
            return Convert.ToDecimal(number, CultureInfo.InvariantCulture);
        }
        catch (OverflowException error)
        {
            throw new FormatException(Convert.ToString(number, CultureInfo.InvariantCulture) + " seconds can't be counted. " + Duration.Form, error);
        }
    }
}
