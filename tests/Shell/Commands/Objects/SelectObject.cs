using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObject : PSCmdlet
{
    private readonly Queue<PSObject> _held = new();
    private readonly List<PSObject> _unique = [];
    private readonly ValueComparer _comparer = new(caseSensitive: true);
    private List<PropertySpec> _properties = [];
    private int _seen;
    private int _passed;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public string[] ExcludeProperty { get; set; } = [];

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Last { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    [Parameter]
    public int[]? Index { get; set; }

    [Parameter]
    public SwitchParameter Wait { get; set; }

    protected override void BeginProcessing()
    {
        _properties = PropertySpec.ParseAll(Property is null && ExcludeProperty.Length > 0 ? ["*"] : Property);
        if (First == 0 && Last is null && !Wait)
        {
            throw Automation.StopUpstream(this);
        }
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        int position = _seen++;
        if (Index is not null)
        {
            if (Index.Contains(position))
            {
                Emit(InputObject);
            }

            StopWhen(position >= Index.Max());
        }
        else if (Last is not null)
        {
            Hold(InputObject, Last.Value + Skip, emitOverflow: false);
        }
        else if (SkipLast > 0)
        {
            Hold(InputObject, SkipLast, emitOverflow: true);
        }
        else if (position >= Skip)
        {
            Emit(InputObject);
            StopWhen(++_passed >= First);
        }
    }

    protected override void EndProcessing()
    {
        if (Last is not null)
        {
            foreach (PSObject item in _held.Take(_held.Count - Skip).ToList())
            {
                Emit(item);
            }
        }

        _held.Clear();
    }

    private void Hold(PSObject item, int limit, bool emitOverflow)
    {
        _held.Enqueue(item);
        if (_held.Count > limit)
        {
            PSObject overflow = _held.Dequeue();
            if (emitOverflow)
            {
                Emit(overflow);
            }
        }
    }

    private void StopWhen(bool done)
    {
        if (done && !Wait)
        {
            throw Automation.StopUpstream(this);
        }
    }

    private void Emit(PSObject item)
    {
        PSObject selected = item;
        if (_properties.Count > 0)
        {
            selected = Projection(item);
            if (ExpandProperty is null)
            {
                selected.TypeNames.Insert(0, "Selected." + item.BaseObject.GetType());
            }
        }

        if (ExpandProperty is null)
        {
            Write(selected);
        }
        else
        {
            Expand(item, _properties.Count > 0 ? selected : null);
        }
    }

    private PSObject Projection(PSObject item)
    {
        var excluded = ExcludeProperty.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        var result = new PSObject();
        foreach (PropertySpec property in _properties)
        {
            List<PSPropertyExpression> found = property.Expression.ResolveNames(item);
            if (found.Count == 0 && !property.Expression.HasWildCardCharacters)
            {
                found = [property.Expression];
            }

            foreach (PSPropertyExpression expression in found)
            {
                string name = property.Label ?? expression.ToString();
                if (!excluded.Any(pattern => pattern.IsMatch(name)) && result.Properties[name] is null)
                {
                    PSPropertyExpressionResult? value = expression.GetValues(item).FirstOrDefault();
                    result.Properties.Add(new PSNoteProperty(name, value?.Exception is null ? value?.Result : null));
                }
            }
        }

        return result;
    }

    private void Expand(PSObject item, PSObject? extra)
    {
        PSPropertyExpressionResult? value = new PSPropertyExpression(ExpandProperty).GetValues(item).FirstOrDefault();
        if (value is null)
        {
            WriteError(new ErrorRecord(
                new PSInvalidOperationException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return;
        }

        IEnumerable values = value.Result is null ? System.Array.Empty<object>() : LanguagePrimitives.GetEnumerable(value.Result) ?? new[] { value.Result };
        foreach (object? one in values)
        {
            if (one is not null)
            {
                PSObject expanded = PSObject.AsPSObject(one);
                foreach (PSPropertyInfo property in extra?.Properties.ToList() ?? [])
                {
                    expanded.Properties.Add(new PSNoteProperty(property.Name, property.Value));
                }

                Write(expanded);
            }
        }
    }

    private void Write(PSObject item)
    {
        if (Unique)
        {
            if (_unique.Any(known => Same(known, item)))
            {
                return;
            }

            _unique.Add(item);
        }

        WriteObject(item);
    }

    private bool Same(PSObject left, PSObject right)
    {
        if (left.BaseObject is not PSCustomObject || right.BaseObject is not PSCustomObject)
        {
            return _comparer.Compare(left.BaseObject, right.BaseObject) == 0;
        }

        return left.Properties.Count() == right.Properties.Count()
            && left.Properties.All(mine => right.Properties[mine.Name] is { } other && _comparer.Compare(mine.Value, other.Value) == 0);
    }
}
