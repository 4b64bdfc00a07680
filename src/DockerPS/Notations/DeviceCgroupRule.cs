using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DockerPS;

/// <summary>
/// A rule for devices by their numbers: <c>type major:minor permissions</c>, such as <c>c 1:3 mr</c>. The type is c (character), b (block) or a (all); a number may be <c>*</c>.
/// It has spaces, so it is quoted.
/// </summary>
[TypeConverter(typeof(DeviceCgroupRuleConverter))]
public sealed class DeviceCgroupRule : Notation<DeviceCgroupRule>
{
    internal const string Form = "A device rule is 'type major:minor permissions', such as 'c 1:3 mr': type a, b or c, permissions of r, w and m.";

    private static readonly Regex Shape = new(
        @"\A(?<type>[acb]) (?<major>[0-9]+|\*):(?<minor>[0-9]+|\*) (?<permissions>[rwm]{1,3})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>c 1:3 mr</c>.</param>
    /// <exception cref="FormatException">The text is not a rule.</exception>
    public DeviceCgroupRule(string text)
    {
        var match = Shape.Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is not a device rule. {Form}");
        }

        DeviceType = match.Groups["type"].Value[0];
        Major = Number(match.Groups["major"].Value);
        Minor = Number(match.Groups["minor"].Value);
        Permissions = match.Groups["permissions"].Value;
    }

    /// <summary>c for character devices, b for block devices, a for all.</summary>
    public char DeviceType { get; }

    /// <summary>The driver's number; null stands for all.</summary>
    public long? Major { get; }

    /// <summary>The device's number with its driver; null stands for all.</summary>
    public long? Minor { get; }

    /// <summary>What is allowed: r (read), w (write), m (make device files).</summary>
    public string Permissions { get; }

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>c 1:3 mr</c>.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceCgroupRule? rule) => TryMake(text, static text => new(text), out rule);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{DeviceType} {Text(Major)}:{Text(Minor)} {Permissions}");

    private static string Text(long? number) => number is { } known ? FormattableString.Invariant($"{known}") : "*";

    private static long? Number(string text) => text == "*" ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"'{text}' is more than a device's number can be. {Form}");
}
