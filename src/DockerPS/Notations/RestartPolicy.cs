using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerPS;

/// <summary>When the engine starts a container again: <c>no</c> (the default), <c>always</c>, <c>unless-stopped</c>, <c>on-failure[:times]</c>. Case does not count.</summary>
[TypeConverter(typeof(RestartPolicyConverter))]
public sealed class RestartPolicy : Notation<RestartPolicy>
{
    internal const string Form = "A restart policy is no, always, unless-stopped or on-failure[:times].";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>on-failure:3</c>. Empty text is <c>no</c>.</param>
    /// <exception cref="FormatException">The text is not a restart policy.</exception>
    public RestartPolicy(string text)
    {
        var colon = text.IndexOf(':');
        var name = colon < 0 ? text : text.Substring(0, colon);
        Mode = name.ToLowerInvariant() switch
        {
            "no" => RestartMode.No,
            "" when colon < 0 => RestartMode.No,
            "always" => RestartMode.Always,
            "unless-stopped" => RestartMode.UnlessStopped,
            "on-failure" => RestartMode.OnFailure,
            _ => throw new FormatException($"'{name}' is not a restart policy. {Form}"),
        };

        var count = colon < 0 ? "" : text.Substring(colon + 1);
        if (count.Length == 0)
        {
            return;
        }

        MaximumRetryCount = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? times
            : throw new FormatException($"'{count}' is not a number of times. {Form}");
        if (times > 0 && Mode != RestartMode.OnFailure)
        {
            throw new FormatException($"Only on-failure takes a number of times, {name} does not. {Form}");
        }
    }

    /// <summary>When.</summary>
    public RestartMode Mode { get; }

    /// <summary>How often at most, for <see cref="RestartMode.OnFailure"/>; 0 is without end.</summary>
    public int MaximumRetryCount { get; }

    /// <summary>Docker's name of the mode, without the number: <c>on-failure</c>.</summary>
    public string Name => Mode switch
    {
        RestartMode.Always => "always",
        RestartMode.UnlessStopped => "unless-stopped",
        RestartMode.OnFailure => "on-failure",
        _ => "no",
    };

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>on-failure:3</c>.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RestartPolicy? policy) => TryMake(text, static text => new(text), out policy);

    /// <inheritdoc/>
    public override string ToString() => MaximumRetryCount == 0 ? Name : Name + ":" + MaximumRetryCount.ToString(CultureInfo.InvariantCulture);
}
