using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>How the container's health is checked.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>The command that checks its health, for the image's shell; exit code 0 is healthy.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? HealthCmd { get; set; }

    /// <summary>Time between two checks: <c>30s</c>, <c>1m30s</c>, a number of seconds, or a TimeSpan. The default is 30 seconds.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public Duration? HealthInterval { get; set; }

    /// <summary>The longest that a check may take. The default is 30 seconds.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public Duration? HealthTimeout { get; set; }

    /// <summary>How many failures in a row make it unhealthy. The default is 3.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateRange(0, int.MaxValue)]
    public int? HealthRetries { get; set; }

    /// <summary>Time after the start during which failures do not count. The default is none.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public Duration? HealthStartPeriod { get; set; }

    /// <summary>Time between two checks during the start period. The default is 5 seconds. Needs API version 1.44.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public Duration? HealthStartInterval { get; set; }

    /// <summary>Takes away the check that the image has.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter NoHealthcheck { get; set; }

    private HealthCheck? Health()
    {
        // What is zero or empty docker takes as not given.
        var check = new HealthCheck
        {
            None = NoHealthcheck,
            Command = HealthCmd is { Length: > 0 } ? HealthCmd : null,
            Interval = Unless(HealthInterval),
            Timeout = Unless(HealthTimeout),
            Retries = HealthRetries is > 0 ? HealthRetries : null,
            StartPeriod = Unless(HealthStartPeriod),
            StartInterval = Unless(HealthStartInterval),
        };
        return check.None || check.HasSettings ? check : null;

        static Duration? Unless(Duration? time) => time is { Nanoseconds: > 0 } ? time : null;
    }
}
