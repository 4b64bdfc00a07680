using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObject : PSCmdlet
{
    private readonly List<object> _values = [];
    private PropertySpec? _property;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object? Property { get; set; }

    [Parameter]
    public SwitchParameter Sum { get; set; }

    [Parameter]
    public SwitchParameter Average { get; set; }

    [Parameter]
    public SwitchParameter Maximum { get; set; }

    [Parameter]
    public SwitchParameter Minimum { get; set; }

    [Parameter]
    public SwitchParameter AllStats { get; set; }

    [Parameter]
    public SwitchParameter Line { get; set; }

    [Parameter]
    public SwitchParameter Word { get; set; }

    [Parameter]
    public SwitchParameter Character { get; set; }

    protected override void BeginProcessing() => _property = Property is null ? null : PropertySpec.ParseAll([Property])[0];

    protected override void ProcessRecord()
    {
        if (InputObject is not null && (_property is null ? InputObject.BaseObject : _property.ValueOf(InputObject)) is { } value)
        {
            _values.Add(value is PSObject wrapper ? wrapper.BaseObject : value);
        }
    }

    protected override void EndProcessing()
    {
        if (Line || Word || Character)
        {
            MeasureText();
            return;
        }

        var comparer = new ValueComparer(caseSensitive: false);
        bool sums = Sum || Average || AllStats;
        double sum = sums ? _values.Sum(value => Convert.ToDouble(LanguagePrimitives.ConvertTo<double>(value), CultureInfo.InvariantCulture)) : 0;
        WriteObject(new Measurement
        {
            Count = _values.Count,
            Sum = Sum || AllStats ? sum : null,
            Average = (Average || AllStats) && _values.Count > 0 ? sum / _values.Count : null,
            Maximum = Maximum || AllStats ? _values.Max(comparer) : null,
            Minimum = Minimum || AllStats ? _values.Min(comparer) : null,
            Property = _property?.Expression.ToString(),
        });
    }

    private void MeasureText()
    {
        string text = string.Join('\n', _values);
        WriteObject(new TextMeasurement
        {
            Lines = Line ? text.Split('\n').Length : null,
            Words = Word ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length : null,
            Characters = Character ? _values.Sum(value => value.ToString()!.Length) : null,
            Property = _property?.Expression.ToString(),
        });
    }
}
