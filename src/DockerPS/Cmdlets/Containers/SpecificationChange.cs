using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lays options that are given over those that a container has.</summary>
internal static class SpecificationChange
{
    // A truth value is never null: the parameter says whether it is given.
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        [nameof(ContainerCreateCmdlet.Tty)] = nameof(ContainerSpecification.Tty),
        [nameof(ContainerCreateCmdlet.Interactive)] = nameof(ContainerSpecification.Interactive),
        [nameof(ContainerCreateCmdlet.Rm)] = nameof(ContainerSpecification.AutoRemove),
        [nameof(ContainerCreateCmdlet.PublishAll)] = nameof(ContainerSpecification.PublishAll),
        [nameof(ContainerCreateCmdlet.Privileged)] = nameof(ContainerSpecification.Privileged),
        [nameof(ContainerCreateCmdlet.ReadOnly)] = nameof(ContainerSpecification.ReadOnlyRootFileSystem),
        [nameof(ContainerCreateCmdlet.UseApiSocket)] = nameof(ContainerSpecification.UseApiSocket),
        [nameof(ContainerCreateCmdlet.SecurityOpt)] = nameof(ContainerSpecification.UnprotectedSystemPaths),
    };

    private static readonly PropertyInfo[] Properties = typeof(ContainerSpecification).GetProperties();

    // All but these and what is never null is laid over as it is.
    private static readonly string[] OwnWays =
    [
        nameof(ContainerSpecification.Image), nameof(ContainerSpecification.Name), nameof(ContainerSpecification.Env), nameof(ContainerSpecification.Labels), nameof(ContainerSpecification.Health),
    ];

    /// <summary>Changes what a container has.</summary>
    /// <param name="target">What it has; changed.</param>
    /// <param name="given">What is given; null for what is not.</param>
    /// <param name="isGiven">Whether a parameter is given.</param>
    public static void Apply(ContainerSpecification target, ContainerSpecification given, Func<string, bool> isGiven)
    {
        if (given.Networks is not null)
        {
            // They were about the network that it was in.
            (target.NetworkAliases, target.Ip, target.Ip6, target.LinkLocalIps, target.MacAddress) = (null, null, null, null, null);
        }

        if (given.LogDriver is not null)
        {
            target.LogOptions = null;
        }

        foreach (var property in Properties.Where(property => property.PropertyType != typeof(bool) && !OwnWays.Contains(property.Name, StringComparer.Ordinal)))
        {
            if (property.GetValue(given) is { } value)
            {
                property.SetValue(target, value);
            }
        }

        foreach (var property in Properties.Where(property => Switches.Any(one => one.Value == property.Name && isGiven(one.Key))))
        {
            property.SetValue(target, property.GetValue(given));
        }

        target.Env = Together(target.Env, given.Env);
        target.Labels = Together(target.Labels, given.Labels);
        target.Health = given.Health is { } health ? Together(target.Health, health) : target.Health;
    }

    private static List<string>? Together(IReadOnlyList<string>? has, IReadOnlyList<string>? given)
    {
        HashSet<string> names = [.. (given ?? []).Select(Name)];
        return (has ?? []).Where(variable => !names.Contains(Name(variable))).Concat(given ?? []).ToList() is { Count: > 0 } both ? both : null;

        static string Name(string variable) => variable.Split('=')[0];
    }

    private static Dictionary<string, string>? Together(IReadOnlyDictionary<string, string>? has, IReadOnlyDictionary<string, string>? given)
    {
        if (has is null && given is null)
        {
            return null;
        }

        var both = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in (has ?? new Dictionary<string, string>(StringComparer.Ordinal)).Concat(given ?? new Dictionary<string, string>(StringComparer.Ordinal)))
        {
            both[label.Key] = label.Value;
        }

        return both;
    }

    private static HealthCheck Together(HealthCheck? has, HealthCheck given) => given.None || has is null or { None: true } ? given : new HealthCheck
    {
        Command = given.Command ?? has.Command,
        Test = given.Command is null ? has.Test : null,
        Interval = given.Interval ?? has.Interval,
        Timeout = given.Timeout ?? has.Timeout,
        StartPeriod = given.StartPeriod ?? has.StartPeriod,
        StartInterval = given.StartInterval ?? has.StartInterval,
        Retries = given.Retries ?? has.Retries,
    };
}
