using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Takes a file object for its whole path: in Windows PowerShell its text is the name alone.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FilePathAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject { BaseObject: FileSystemInfo file } => file.FullName,
        FileSystemInfo file => file.FullName,
        PSObject { BaseObject: object[] list } => Each(engineIntrinsics, list),
        object[] list => Each(engineIntrinsics, list),
        _ => inputData,
    };

    private object?[] Each(EngineIntrinsics engineIntrinsics, IEnumerable list) => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray();
}
