using System;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Tells what comes through the pipeline to be read by a command from containers that were meant to be its targets.</summary>
internal static class PipelineInput
{
    private static readonly string[] ContainerTypes = [typeof(Container).FullName!, typeof(ContainerDetail).FullName!];

    /// <summary>Whether it is a container: live, deserialized or selected.</summary>
    public static bool IsContainer(object? item) => item is not null && PSObject.AsPSObject(item).TypeNames.FirstOrDefault() is { } type
        && Array.Exists(ContainerTypes, own => type == own || type == "Deserialized." + own || type == "Selected." + own
            || type == "Deserialized.Selected." + own || type == "Selected.Deserialized." + own);
}
