using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Names for what one test makes on an engine that it shares: all begin alike, so that leftovers are found.</summary>
public sealed class UniqueNames
{
    private int _count;

    /// <param name="area">What is tested, for who reads a list of leftovers.</param>
    public UniqueNames(string area)
    {
        ArgumentNullException.ThrowIfNull(area);
#pragma warning disable CA1308 // Docker wants repository names in lower case.
        Prefix = $"t-{area.ToLowerInvariant()}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
#pragma warning restore CA1308
    }

    /// <summary>Valid as the beginning of a name of a container, an image, a network or a volume, and without wildcards.</summary>
    public string Prefix { get; }

    public string Next(string what = "x") =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{what}{Interlocked.Increment(ref _count)}");
}
