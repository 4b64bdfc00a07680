using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;

namespace DockerPS;

/// <summary>Reads internet addresses as docker does: .NET would take <c>1</c>, <c>127.1</c> or <c>010.0.0.1</c> too, and PowerShell reads <c>10.1</c> as a number.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AddressAttribute : ArgumentTransformationAttribute
{
    /// <summary>The kind that is asked for: 4 or 6; 0 takes both.</summary>
    public int Version { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            IList several => several.Cast<object?>().Select(One).ToArray(),
            _ => One(inputData),
        };

    private IPAddress One(object? given)
    {
        var address = (given is PSObject wrapped ? wrapped.BaseObject : given) as IPAddress
            ?? (ArgumentText.TextOf(given) is { } text ? AddressText.Parse(text) : null);
        return address is not null && (Version == 0 || Version == (AddressText.IsIPv6(address) ? 6 : 4))
            ? address
            : throw new ArgumentTransformationMetadataException(
                $"'{given}' is not an {(Version == 0 ? "IP" : Version == 4 ? "IPv4" : "IPv6")} address, such as {(Version == 6 ? "2001:db8::5" : "172.30.0.10")}.");
    }
}
