using System;
using System.Text.RegularExpressions;
using System.Threading;

namespace DockerPS.Tests.Engines;

/// <summary>One way in which a <see cref="FaultyProxy"/> misbehaves, for requests that match.</summary>
public sealed class Fault
{
    private readonly Regex _pattern;
    private readonly int _times;
    private int _hits;
    private volatile bool _removed;

    internal Fault(string pattern, int times)
    {
        _pattern = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        _times = times;
    }

    /// <summary>How many requests it has met.</summary>
    public int Hits => Math.Min(Volatile.Read(ref _hits), _times);

    /// <summary>Before the request goes on to the engine.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>Sent in the engine's place; the engine never sees the request.</summary>
    internal byte[]? Answer { get; init; }

    /// <summary>The connection is closed without an answer; the engine never sees the request.</summary>
    internal bool Close { get; init; }

    /// <summary>How much of the engine's answer passes, head included, before <see cref="Stall"/> or the close.</summary>
    internal long PassedBytes { get; init; } = long.MaxValue;

    /// <summary>After the passed bytes the connection stays open, and silent.</summary>
    internal bool Stall { get; init; }

    /// <summary>From now on matching requests pass. What is under way goes on as it began.</summary>
    public void Remove() => _removed = true;

    internal bool Meets(string target) => !_removed && _pattern.IsMatch(target) && Interlocked.Increment(ref _hits) <= _times;
}
