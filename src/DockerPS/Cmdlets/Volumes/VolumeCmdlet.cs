using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>A cmdlet that works on volumes that are there.</summary>
public abstract class VolumeCmdlet : TargetCmdlet
{
    private protected VolumeCmdlet()
    {
    }

    private protected override async Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel)
    {
        if (reference.IsPattern)
        {
            var all = await engine.Volumes.ListAsync(new VolumeQuery(), cancel).ConfigureAwait(false);
            return all.Where(volume => reference.Matches(volume.Name)).Select(volume => Target(engine, volume)).ToList();
        }

        return [Target(engine, await engine.Volumes.InspectAsync(reference.Text, cancel).ConfigureAwait(false))];
    }

    private static Target Target(IDockerEngine engine, ContainerVolume volume) => new(engine, volume.Name, volume.Name, volume.Driver);
}
