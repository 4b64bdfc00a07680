using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>
/// Takes a lone whole number for the text that was typed, so that <c>Stop-Container 123</c> may mean the beginning of an id: where the text differs from the number's
/// own, as in <c>0123</c>, PowerShell wraps the number and keeps the text. A number out of an array or a pipeline, where it may have been <c>0123</c>, goes on as a number.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TypedTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ArgumentText.IsInteger(inputData) && inputData is not PSObject ? ArgumentText.IntegerText(inputData!) : inputData;
}
