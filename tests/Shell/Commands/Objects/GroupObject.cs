using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet("Group", "Object")]
public sealed class GroupObject : PSCmdlet
{
    private readonly List<GroupInfo> _groups = [];
    private List<PropertySpec> _keys = [];
    private ValueComparer _comparer = new(caseSensitive: false);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    [Parameter]
    public SwitchParameter AsString { get; set; }

    protected override void BeginProcessing()
    {
        _keys = PropertySpec.ParseAll(Property);
        _comparer = new ValueComparer(CaseSensitive);
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        List<object?> values = _keys.Count == 0 ? [InputObject.BaseObject] : _keys.ConvertAll(key => key.ValueOf(InputObject));
        GroupInfo? group = _groups.Find(known => known.Values.SequenceEqual(values, _comparer));
        if (group is null)
        {
            _groups.Add(group = new GroupInfo(values));
        }

        group.Group.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        if (AsHashTable)
        {
            var table = new Hashtable(CaseSensitive ? StringComparer.CurrentCulture : StringComparer.CurrentCultureIgnoreCase);
            foreach (GroupInfo group in _groups)
            {
                table[AsString ? group.Name : group.Values[0] ?? ""] = group.Group;
            }

            WriteObject(table);
            return;
        }

        foreach (GroupInfo group in _groups.OrderBy(group => group.Values[0], _comparer))
        {
            PSObject shown = PSObject.AsPSObject(group);
            shown.TypeNames.Insert(0, NoElement ? "Microsoft.PowerShell.Commands.GroupInfoNoElement" : "Microsoft.PowerShell.Commands.GroupInfo");
            WriteObject(shown);
        }
    }
}
