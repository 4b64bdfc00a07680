using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet("Sort", "Object")]
public sealed class SortObject : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter Stable { get; set; }

    [Parameter]
    public int? Top { get; set; }

    [Parameter]
    public int? Bottom { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var comparer = new ValueComparer(CaseSensitive);
        List<PropertySpec> keys = PropertySpec.ParseAll(Property);
        var rows = _items.ConvertAll(item => (Item: item, Keys: KeysOf(item, keys)));

        // LINQ's order is stable, as PowerShell's is.
        IOrderedEnumerable<(PSObject Item, object?[] Keys)> sorted = rows.Order(Comparer<(PSObject Item, object?[] Keys)>.Create((left, right) =>
        {
            for (int i = 0; i < left.Keys.Length; i++)
            {
                bool down = (keys.Count > 0 ? keys[i].Descending : null) ?? Descending;
                int order = comparer.Compare(left.Keys[i], right.Keys[i]);
                if (order != 0)
                {
                    return down ? -order : order;
                }
            }

            return 0;
        }));
        IEnumerable<(PSObject Item, object?[] Keys)> result = Unique ? Distinct(sorted, comparer) : sorted;
        result = Top is { } top ? result.Take(top) : Bottom is { } bottom ? result.TakeLast(bottom) : result;
        WriteObject(result.Select(row => row.Item), enumerateCollection: true);
    }

    private static object?[] KeysOf(PSObject item, List<PropertySpec> keys) =>
        keys.Count == 0 ? [item.BaseObject] : [.. keys.Select(key => key.ValueOf(item))];

    private static IEnumerable<(PSObject Item, object?[] Keys)> Distinct(IEnumerable<(PSObject Item, object?[] Keys)> sorted, ValueComparer comparer)
    {
        object?[]? last = null;
        foreach ((PSObject Item, object?[] Keys) row in sorted)
        {
            if (last is null || !last.SequenceEqual(row.Keys, comparer))
            {
                yield return row;
            }

            last = row.Keys;
        }
    }
}
