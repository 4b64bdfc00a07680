using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Takes digits in quotes or out of a file for seconds, as the number would be: docker's own durations want a unit, its timeouts do not.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string { Length: > 0 and < 10 } text && text.All(digit => digit is >= '0' and <= '9')
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : inputData;
}
