using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS;

/// <summary>Makes a <see cref="GpuRequest"/> of text, a number, or a hashtable with docker's keys.</summary>
internal sealed class GpuRequestConverter : NotationConverter<GpuRequest>
{
    protected override string Form => GpuRequest.Form;

    protected override GpuRequest FromText(string text) => new(text);

    protected override GpuRequest? FromNumber(object number, string? text) =>
        ArgumentText.IsInteger(number) ? new(ArgumentText.IntegerText(number)) : base.FromNumber(number, text);

    // A list gives its key several times, which docker refuses: inside its text it is one field with commas.
    protected override GpuRequest? FromTable(IDictionary table) => new(
        TableFields.Read(table, GpuRequest.Keys).GroupBy(field => field.Key, System.StringComparer.Ordinal).Select(Joined),
        hint: "");

    private static (string Key, string? Value) Joined(IGrouping<string, (string Key, string? Value)> same)
    {
        IEnumerable<string> values = same.Select(field => field.Value!);
        return (same.Key, same.Key == "options" ? CommaFields.Join(values) : string.Join(",", values));
    }
}
