using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>What the docker command refuses by itself, before the engine is asked: options that exclude each other.</summary>
internal static class SpecificationRules
{
    private static readonly Regex PlatformShape = new(
        @"\A[A-Za-z0-9_.-]+(\([A-Za-z0-9_.-]*\))?(/[A-Za-z0-9_.-]+){0,2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The failure of a value that can't be.</summary>
    public static DockerException Wrong(string message) => new(DockerError.InvalidArgument, message);

    /// <summary>Compares the options with each other.</summary>
    /// <exception cref="DockerException">Some exclude each other.</exception>
    public static void Check(ContainerSpecification specification)
    {
        Refuse(
            specification.AutoRemove && specification.Restart is { Mode: not RestartMode.No },
            "-Rm and -Restart exclude each other: a container that is removed when it ends can't be started again.");
        Refuse(
            specification.Health is { None: true, HasSettings: true },
            "-NoHealthcheck and the options -Health... exclude each other.");
        Refuse(
            specification.LogDriver == "none" && specification.LogOptions is { Count: > 0 },
            "-LogOpt: the log driver none takes no options.");
        Refuse(
            specification.Platform is { Length: > 0 } platform && !PlatformShape.IsMatch(platform),
            $"-Platform: '{specification.Platform}' is not a platform: it is os/arch[/variant], such as linux/amd64.");
        CheckNetworks(specification, specification.Networks ?? []);
    }

    private static void CheckNetworks(ContainerSpecification specification, IReadOnlyList<NetworkAttachment> networks)
    {
        var twice = networks.GroupBy(network => network.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        Refuse(twice is not null, $"-Network: {twice?.Key} is given twice.");
        Refuse(
            networks.Any(network => network.IsUserDefined) && networks.FirstOrDefault(network => !network.IsUserDefined) is not null,
            $"-Network: {networks.FirstOrDefault(network => !network.IsUserDefined)?.Name} does not go with networks that users made.");
        var first = networks.Count > 0 ? networks[0] : null;
        Refuse(
            specification.NetworkAliases is { Count: > 0 } && first is not { IsUserDefined: true },
            $"-NetworkAlias: only networks that users made take aliases, {first?.Name ?? "the default one"} does not.");
        Refuse(specification.NetworkAliases is { Count: > 0 } && first?.Aliases.Count > 0, Both("-NetworkAlias", "alias"));
        Refuse(specification.Ip is not null && first?.Ip is not null, Both("-Ip", "ip"));
        Refuse(specification.Ip6 is not null && first?.Ip6 is not null, Both("-Ip6", "ip6"));
        Refuse(specification.MacAddress is not null && first?.MacAddress is not null, Both("-MacAddress", "mac-address"));
        Refuse(specification.LinkLocalIps is { Count: > 0 } && first?.LinkLocalIps.Count > 0, Both("-LinkLocalIp", "link-local-ip"));
    }

    private static string Both(string parameter, string field) => $"{parameter} and {field}= of the first -Network exclude each other: give one of them.";

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw Wrong(message);
        }
    }
}
