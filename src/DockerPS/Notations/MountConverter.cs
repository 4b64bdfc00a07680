using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="Mount"/> of text or a hashtable with docker's keys.</summary>
internal sealed class MountConverter : NotationConverter<Mount>
{
    protected override string Form => Mount.Form;

    protected override Mount FromText(string text) => new(text);

    protected override Mount? FromTable(IDictionary table) => new(() => new MountFields(TableFields.Read(table, MountFields.Keys)), hint: "");
}
