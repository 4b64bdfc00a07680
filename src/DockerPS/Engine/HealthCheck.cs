using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>How a container's health is checked. What is null is left to the image.</summary>
public sealed class HealthCheck
{
    /// <summary>There is no check, whatever the image says.</summary>
    public bool None { get; set; }

    /// <summary>The command, for the shell of the image.</summary>
    public string? Command { get; set; }

    /// <summary>The command as the engine keeps it, a program with its arguments behind <c>CMD</c>: for what goes without the shell, which no option can say.</summary>
    public IReadOnlyList<string>? Test { get; set; }

    /// <summary>Time between two checks.</summary>
    public Duration? Interval { get; set; }

    /// <summary>The longest that a check may take.</summary>
    public Duration? Timeout { get; set; }

    /// <summary>Time after the start during which failures do not count.</summary>
    public Duration? StartPeriod { get; set; }

    /// <summary>Time between two checks during the start period. From API 1.44.</summary>
    public Duration? StartInterval { get; set; }

    /// <summary>How many failures in a row make it unhealthy.</summary>
    public int? Retries { get; set; }

    /// <summary>Something is said of the check.</summary>
    public bool HasSettings => Command is not null || Test is not null || Interval is not null || Timeout is not null || StartPeriod is not null || StartInterval is not null || Retries is not null;
}
