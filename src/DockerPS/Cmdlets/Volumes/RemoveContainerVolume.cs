using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Removes volumes with all that is in them, as <c>docker volume rm</c> does. What was in them can't be had again, so it asks first; <c>-Confirm:$false</c> answers.
/// One that a container has mounted stays, and is an error. <c>-WhatIf</c> says how many bytes would go.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ContainerVolume", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveContainerVolume : VolumeCmdlet
{
    private readonly Dictionary<IDockerEngine, Dictionary<string, long>> _sizes = [];

    /// <summary>The volumes: names, wildcards, or volume objects from the pipeline. A wildcard that fits nothing is no error.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeReference[] Volume { get; set; } = [];

    /// <summary>A volume that is not there is no error, nor one whose driver is gone.</summary>
    [Parameter]
    [Alias("f")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Volume.SelectMany(Find))
        {
            if (ShouldProcess(IsWhatIf ? Measured(target).Description : target.Description))
            {
                Add(target, (_, cancel) => target.Engine.Volumes.RemoveAsync(target.Id, Force, cancel));
            }
        }
    }

    private protected override async Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        try
        {
            return await base.FindAsync(engine, reference, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (Force && failure.Error == DockerError.VolumeNotFound)
        {
            return [];
        }
    }

    private Target Measured(Target target)
    {
        if (!_sizes.TryGetValue(target.Engine, out var sizes))
        {
            try
            {
                sizes = Await(cancel => SizesAsync(target.Engine, cancel));
            }
            catch (DockerException failure)
            {
                WriteWarning($"How many bytes would go is not known: {failure.Message}");
                sizes = [];
            }

            _sizes.Add(target.Engine, sizes);
        }

        var about = sizes.TryGetValue(target.Id, out var bytes) ? ByteText.Of(bytes) : target.About;
        return new Target(target.Engine, target.Id, target.Name, about);
    }

    private static async Task<Dictionary<string, long>> SizesAsync(IDockerEngine engine, CancellationToken cancel)
    {
        var volumes = await engine.Volumes.ListAsync(new VolumeQuery { Size = true }, cancel).ConfigureAwait(false);
        return volumes.Where(volume => volume.Size is not null).ToDictionary(volume => volume.Name, volume => volume.Size ?? 0, StringComparer.Ordinal);
    }
}
