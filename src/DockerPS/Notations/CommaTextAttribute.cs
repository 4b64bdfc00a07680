using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Joins again what PowerShell split at the commas: <c>-CpusetCpus 0,2</c> arrives as an array.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CommaTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IList parts
                ? string.Join(",", parts.Cast<object?>().Select(part => ArgumentText.OfEntry(part, "A part of the list")))
                : inputData;
        }
        catch (FormatException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }
}
