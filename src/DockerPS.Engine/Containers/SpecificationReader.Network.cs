using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <content>Networks and ports.</content>
internal sealed partial class SpecificationReader
{
    /// <summary>From it on the engine says <c>bridge</c> where nothing was given.</summary>
    private static readonly Version DefaultIsBridge = new(1, 44);

    private void ReadNetworks(ContainerSpecification specification)
    {
        specification.Publish = Ports() is { Count: > 0 } ports ? ports : null;
        specification.PublishAll = _host.Flag("PublishAllPorts") == true;
        specification.Expose = Exposed() is { Count: > 0 } exposed ? exposed : null;
        ReadAttachments(specification);
        specification.Links = Links() is { Count: > 0 } links ? links : null;
        specification.Dns = _host.Texts("Dns")?.Select(IPAddress.Parse).ToList();
        specification.DnsOptions = _host.Texts("DnsOptions");
        specification.DnsSearch = _host.Texts("DnsSearch");
        specification.ExtraHosts = _host.Texts("ExtraHosts")?.Select(entry => new HostEntry(entry)).ToList();
    }

    private List<PortMapping> Ports() => _host.Keys("PortBindings").SelectMany(port =>
    {
        var bindings = _host["PortBindings"].Items(port).ToList();
        return bindings.Count == 0 ? [new PortMapping(port)] : bindings.Select(binding => Port(binding, port));
    }).ToList();

    private static PortMapping Port(JsonFields binding, string port)
    {
        var (ip, host) = (binding.Text("HostIp"), Unless(binding.Text("HostPort"), "0"));
        var address = ip is null ? "" : (ip.IndexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":";
        return new PortMapping(ip is null && host is null ? port : address + host + ":" + port);
    }

    private List<ExposedPort> Exposed()
    {
        HashSet<string> known = [.. _image.Keys("ExposedPorts"), .. _host.Keys("PortBindings")];
        return _config.Keys("ExposedPorts").Where(port => !known.Contains(port)).Select(port => new ExposedPort(port)).ToList();
    }

    // The one it was created in comes first; what there is to say of it has options of its own, which old docker commands know too.
    private void ReadAttachments(ContainerSpecification specification)
    {
        var joined = container["NetworkSettings"]["Networks"];
        var names = container["NetworkSettings"].Keys("Networks").ToList();
        var mode = _host.Text("NetworkMode") ?? "default";
        var isDefault = mode == "default" || (mode == "bridge" && version >= DefaultIsBridge);
        var first = mode == "default" ? "bridge" : mode;

        // A network may have been named by its id. Podman calls its default network by a name of its own.
        var found = names.Find(name => name == first || joined[name].Text("NetworkID") == first);
        first = found ?? (isDefault && names.Count > 0 ? names[0] : first);
        isDefault &= found is not null || names.Count == 0;
        var (endpoint, addresses) = (joined[first], joined[first]["IPAMConfig"]);
        var attachment = Attachment(first, [.. Others(endpoint)]);
        specification.NetworkAliases = attachment.IsUserDefined && Aliases(endpoint) is { Count: > 0 } aliases ? aliases : null;
        specification.Ip = addresses.Text("IPv4Address") is { } ip ? IPAddress.Parse(ip) : null;
        specification.Ip6 = addresses.Text("IPv6Address") is { } ip6 ? IPAddress.Parse(ip6) : null;
        specification.LinkLocalIps = addresses.Texts("LinkLocalIPs")?.Select(IPAddress.Parse).ToList();
        specification.MacAddress = (_config.Text("MacAddress") ?? GivenMac(endpoint)) is { } mac ? new MacAddress(mac) : null;
        var more = names.Where(name => name != first).OrderBy(name => name, StringComparer.Ordinal).Select(name => Attachment(name, [.. Fields(joined[name])])).ToList();
        specification.Networks = isDefault && more.Count == 0 && !attachment.HasOptions ? null : [attachment, .. more];
    }

    private static NetworkAttachment Attachment(string name, List<string> fields) =>
        fields.Count == 0 ? new NetworkAttachment(name) : new NetworkAttachment(Joined(fields.Prepend("name=" + name)));

    private IEnumerable<string> Fields(JsonFields endpoint) => Aliases(endpoint).Select(alias => "alias=" + alias)
        .Concat(One("ip", endpoint["IPAMConfig"].Text("IPv4Address")))
        .Concat(One("ip6", endpoint["IPAMConfig"].Text("IPv6Address")))
        .Concat((endpoint["IPAMConfig"].Texts("LinkLocalIPs") ?? []).Select(address => "link-local-ip=" + address))
        .Concat(One("mac-address", GivenMac(endpoint)))
        .Concat(Others(endpoint));

    private static IEnumerable<string> Others(JsonFields endpoint) => (endpoint.Map("DriverOpts") ?? []).Select(option => "driver-opt=" + option.Key + "=" + option.Value)
        .Concat(One("gw-priority", endpoint.NumberSet("GwPriority")?.ToString(CultureInfo.InvariantCulture)));

    private List<string> Aliases(JsonFields endpoint) => (endpoint.Texts("Aliases") ?? []).Where(alias => alias != Short(Id)).ToList();

    // While it is connected the engine shows a hardware address that nobody gave, too.
    private string? GivenMac(JsonFields endpoint) =>
        version < SpecificationRequirements.AddressPerNetwork || endpoint.Text("EndpointID") is not null ? null : endpoint.Text("MacAddress");

    // On the default network the engine keeps them as /other:/this/alias, on others as they were given.
    private List<ContainerLink> Links() => (_host.Texts("Links") ?? [])
        .Select(link => link.Split(':'))
        .Select(parts => parts[0].TrimStart('/') + ":" + parts[parts.Length - 1].Split('/').Last())
        .Concat(container["NetworkSettings"].Keys("Networks").SelectMany(name => container["NetworkSettings"]["Networks"][name].Texts("Links") ?? []))
        .Distinct(StringComparer.Ordinal)
        .Select(link => new ContainerLink(link))
        .ToList();

    private static string[] One(string key, string? value) => value is null ? [] : [key + "=" + value];

    /// <summary>Fields between commas, as docker's long forms have them.</summary>
    private static string Joined(IEnumerable<string> fields) =>
        string.Join(",", fields.Select(field => field.IndexOfAny([',', '"', '\n', '\r']) >= 0 ? "\"" + field.Replace("\"", "\"\"") + "\"" : field));
}
