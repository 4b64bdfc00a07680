using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Takes a TimeSpan or a duration such as <c>1m30s</c> for a whole number of seconds; a part of a second counts as a whole one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class WholeSecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            TimeSpan time => Math.Ceiling(time.TotalSeconds),
            Duration duration => Seconds(duration),
            // PowerShell 7 reads 100us as the number 100: what was typed says more.
            _ when Duration.TryParse(ArgumentText.TextOf(inputData), out var duration) => Seconds(duration),
            _ => inputData,
        };

    private static double Seconds(Duration duration) => Math.Ceiling(duration.ToTimeSpan().TotalSeconds);
}
