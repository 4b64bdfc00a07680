using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.Get, "Random")]
public sealed class GetRandom : PSCmdlet
{
    private readonly List<object> _items = [];

    [Parameter(Position = 0)]
    public object? Maximum { get; set; }

    [Parameter]
    public object Minimum { get; set; } = 0;

    [Parameter(ValueFromPipeline = true)]
    public object[] InputObject { get; set; } = [];

    [Parameter]
    public int Count { get; set; } = 1;

    [Parameter]
    public SwitchParameter Shuffle { get; set; }

    protected override void ProcessRecord() => _items.AddRange(InputObject);

    protected override void EndProcessing()
    {
        if (_items.Count == 0)
        {
            WriteNumber();
            return;
        }

        object[] items = [.. _items];
        Random.Shared.Shuffle(items);
        WriteObject(Shuffle ? items : items[..Math.Min(Count, items.Length)], enumerateCollection: true);
    }

    private void WriteNumber()
    {
        object top = Maximum is PSObject wrapper ? wrapper.BaseObject : Maximum ?? int.MaxValue;
        if (top is double limit)
        {
            double bottom = LanguagePrimitives.ConvertTo<double>(Minimum);
            WriteObject(bottom + (Random.Shared.NextDouble() * (limit - bottom)));
            return;
        }

        long number = Random.Shared.NextInt64(LanguagePrimitives.ConvertTo<long>(Minimum), LanguagePrimitives.ConvertTo<long>(top));
        WriteObject(number is >= int.MinValue and <= int.MaxValue ? (int)number : (object)number);
    }
}
