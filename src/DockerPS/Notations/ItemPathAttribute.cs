using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Takes files and folders out of a pipeline by their whole paths: Windows PowerShell would make the bare name of one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ItemPathAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is object[] many ? many.Select(PathOf).ToArray() : PathOf(inputData);

    private static object? PathOf(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) is FileSystemInfo info ? info.FullName : item;
}
