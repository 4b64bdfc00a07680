using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace DockerPS;

/// <summary>
/// Graphics processors for a container: <c>all</c>, a number, or <c>driver=..,count=..,device=..,capabilities=..,options=..</c>; a list inside it is quoted, as in <c>'"device=0,1",capabilities=utility'</c>.
/// Or a hashtable: <c>@{ Device = 0, 1; Capabilities = 'utility' }</c>.
/// </summary>
[TypeConverter(typeof(GpuRequestConverter))]
public sealed class GpuRequest : Notation<GpuRequest>
{
    internal const string Form = "Graphics processors are all, a number, or driver=nvidia,count=2 with device, capabilities and options too.";

    internal static readonly string[] Keys = ["driver", "count", "device", "capabilities", "options"];

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>all</c>.</param>
    /// <exception cref="FormatException">The text is not a request.</exception>
    public GpuRequest(string text)
        : this(Fields(text), Fragment.Hint(text))
    {
    }

    internal GpuRequest(IEnumerable<(string Key, string? Value)> fields, string hint)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields)
        {
            // A field without an equals sign is the count.
            var name = value is null ? "count" : key;
            if (!seen.Add(name))
            {
                throw new FormatException($"'{name}' is given twice. {Form}");
            }

            Set(name, value ?? key, hint);
        }

        if (Count == 0 && Devices.Count == 0 && !seen.Contains("count"))
        {
            Count = 1;
        }
    }

    /// <summary>The driver; empty lets the engine choose.</summary>
    public string Driver { get; private set; } = "";

    /// <summary>How many; -1 for all, 0 where devices are named.</summary>
    public int Count { get; private set; }

    /// <summary>Which ones: numbers or ids, as the driver knows them.</summary>
    public IReadOnlyList<string> Devices { get; private set; } = [];

    /// <summary>What the driver must be able to do; <c>gpu</c> is always among it.</summary>
    public IReadOnlyList<string> Capabilities { get; private set; } = ["gpu"];

    /// <summary>Options for the driver.</summary>
    public IReadOnlyDictionary<string, string> Options => _options;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>all</c>.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out GpuRequest? request) => TryMake(text, static text => new(text), out request);

    /// <inheritdoc/>
    public override string ToString()
    {
        var count = Count < 0 ? "all" : Count.ToString(CultureInfo.InvariantCulture);
        var alone = Driver.Length == 0 && Devices.Count == 0 && Capabilities.Count == 1 && _options.Count == 0;
        return alone ? count : CommaFields.Join(new[]
        {
            Driver.Length == 0 ? "" : "driver=" + Driver,
            Count == 0 && Devices.Count > 0 ? "" : "count=" + count,
            Devices.Count == 0 ? "" : "device=" + string.Join(",", Devices),
            Capabilities.Count == 1 ? "" : "capabilities=" + string.Join(",", Capabilities.Take(Capabilities.Count - 1)),
            _options.Count == 0 ? "" : "options=" + CommaFields.Join(_options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Key + "=" + option.Value)),
        }.Where(field => field.Length > 0));
    }

    private static List<(string Key, string? Value)> Fields(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("The text is empty. " + Form);
        }

        try
        {
            return CommaFields.Read(text);
        }
        catch (FormatException error)
        {
            throw new FormatException(error.Message + " " + Form, error);
        }
    }

    private void Set(string name, string value, string hint)
    {
        switch (name)
        {
            case "driver":
                Driver = value;
                break;
            case "count":
                Count = value == "all" ? -1
                    : int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
                    : throw new FormatException($"The number '{value}' is neither all nor a whole number.{hint} {Form}");
                break;
            case "device":
                Devices = value.Split(',');
                break;
            case "capabilities":
                Capabilities = [.. value.Split(','), "gpu"];
                break;
            case "options":
                foreach (var (key, setting) in CommaFields.Read(value))
                {
                    _options[key] = setting ?? "";
                }

                break;
            default:
                throw new FormatException($"'{name}' is not known here. {Form}");
        }
    }
}
