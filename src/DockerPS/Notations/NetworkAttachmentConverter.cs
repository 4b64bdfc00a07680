using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="NetworkAttachment"/> of text or a hashtable with docker's keys.</summary>
internal sealed class NetworkAttachmentConverter : NotationConverter<NetworkAttachment>
{
    protected override string Form => NetworkAttachment.Form;

    protected override NetworkAttachment FromText(string text) => new(text);

    protected override NetworkAttachment? FromTable(IDictionary table) => new(TableFields.Read(table, NetworkAttachment.Keys), hint: "");
}
