using System.Collections;

namespace DockerPS;

/// <summary>Makes a <see cref="PortMapping"/> of text, a port's number, or a hashtable.</summary>
internal sealed class PortMappingConverter : NotationConverter<PortMapping>
{
    protected override string Form => PortMapping.Form;

    protected override PortMapping FromText(string text) => new(text);

    protected override PortMapping? FromNumber(object number, string? text) =>
        ArgumentText.IsInteger(number) ? new(ArgumentText.IntegerText(number)) : base.FromNumber(number, text);

    protected override PortMapping? FromTable(IDictionary table)
    {
        if (!PortMappingsAttribute.NamesParts(table))
        {
            return table.Count == 1 ? FromEntry(table) : null;
        }

        var parts = new NotationTable(table);
        var ip = parts.TakeText("HostIp", "Ip");
        var host = parts.TakeText("HostPort", "Published");
        var container = parts.TakeText("ContainerPort", "Target", "Port");
        var protocol = parts.TakeText("Protocol");
        parts.RefuseOthers("HostIp, HostPort, ContainerPort and Protocol");

        var address = ip is { Length: > 0 } && ip.IndexOf(':') >= 0 && ip[0] != '[' ? "[" + ip + "]" : ip;
        return new((address is null or "" ? "" : address + ":") + host + ":" + container + (protocol is null ? "" : "/" + protocol));
    }

    private static PortMapping? FromEntry(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            return new(ArgumentText.OfEntry(entry.Key, "The host port") + ":" + ArgumentText.OfEntry(entry.Value, "The container port"));
        }

        return null;
    }
}
