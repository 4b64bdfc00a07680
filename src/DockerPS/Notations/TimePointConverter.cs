using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="TimePoint"/> of text, a DateTime, a DateTimeOffset, a TimeSpan, or Unix seconds.</summary>
internal sealed class TimePointConverter : NotationConverter<TimePoint>
{
    protected override string Form => TimePoint.Form;

    protected override TimePoint FromText(string text) => new(text);

    // A double can't hold the nanoseconds of today: only its text can.
    protected override TimePoint? FromNumber(object number, string? text) =>
        ArgumentText.IsInteger(number) ? new(ArgumentText.IntegerText(number)) : base.FromNumber(number, text);

    protected override TimePoint? FromValue(object value) => ((PSObject)value).BaseObject switch
    {
        DateTime moment => new(moment),
        DateTimeOffset moment => new(moment),
        TimeSpan ago => new(ago),
        _ => null,
    };
}
