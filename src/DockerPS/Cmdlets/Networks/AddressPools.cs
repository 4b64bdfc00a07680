using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Puts together what belongs to one subnet, as the docker command does: its range, its gateway, the addresses that something else has.</summary>
internal static class AddressPools
{
    /// <exception cref="DockerException">Something belongs to no subnet, or to one that has such a thing already.</exception>
    public static IReadOnlyList<AddressPool> Of(AddressRange[]? subnets, AddressRange[]? ranges, IPAddress[]? gateways, AuxiliaryAddress[]? auxiliary)
    {
        var all = subnets ?? [];
        if (all.Length < (ranges?.Length ?? 0) || all.Length < (gateways?.Length ?? 0))
        {
            throw Wrong("Each -IpRange and each -Gateway belongs to a -Subnet: there are more of them than subnets.");
        }

        for (var at = 0; at < all.Length; at++)
        {
            if (all.Take(at).FirstOrDefault(all[at].Overlaps) is { } other)
            {
                throw Wrong($"The subnets {other} and {all[at]} overlap.");
            }
        }

        var rangeOf = Share(all, ranges ?? [], range => range.Address, "the range");
        var gatewayOf = Share(all, gateways ?? [], gateway => gateway, "the gateway");
        var auxiliaryOf = (auxiliary ?? []).ToLookup(address => Home(all, address.Address, "the address " + address));
        return all.Select(subnet => new AddressPool
        {
            Subnet = subnet.ToString(),
            IPRange = rangeOf.TryGetValue(subnet, out var range) ? range.ToString() : null,
            Gateway = gatewayOf.TryGetValue(subnet, out var gateway) ? gateway.ToString() : null,
            AuxiliaryAddresses = Named(auxiliaryOf[subnet], subnet),
        }).ToList();
    }

    private static Dictionary<AddressRange, T> Share<T>(AddressRange[] subnets, T[] given, Func<T, IPAddress> address, string what)
        where T : class
    {
        var shared = new Dictionary<AddressRange, T>();
        foreach (var one in given)
        {
            var subnet = Home(subnets, address(one), what + " " + one);
            if (shared.TryGetValue(subnet, out var other))
            {
                throw Wrong($"The subnet {subnet} can't have both {what} {other} and {one}.");
            }

            shared.Add(subnet, one);
        }

        return shared;
    }

    private static AddressRange Home(AddressRange[] subnets, IPAddress address, string what) =>
        subnets.FirstOrDefault(subnet => subnet.Contains(address)) ?? throw Wrong($"No -Subnet has {what} in it.");

    private static Dictionary<string, string> Named(IEnumerable<AuxiliaryAddress> addresses, AddressRange subnet)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            if (named.ContainsKey(address.Name))
            {
                throw Wrong($"The name {address.Name} stands twice among the addresses in the subnet {subnet}.");
            }

            named.Add(address.Name, address.Address.ToString());
        }

        return named;
    }

    private static DockerException Wrong(string message) => new(DockerError.InvalidArgument, message);
}
