using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>
/// Tells how many bytes images, containers, volumes and the build cache take, and how many would be free without what is not in use, as <c>docker system df</c> does.
/// The engine counts first, which takes as long as there are files.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DockerDiskUsage")]
[OutputType(typeof(DockerDiskUsage), typeof(DockerDiskUsageItem))]
public sealed class GetDockerDiskUsage : EngineListCmdlet
{
    /// <summary>Writes each image, container, volume and piece of the build cache, in place of a sum for each kind.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ListFrom(Engines, MeasureAsync);
        base.EndProcessing();
    }

    private async Task<IReadOnlyList<object>> MeasureAsync(IDockerEngine engine, CancellationToken cancel)
    {
        var usage = await engine.Daemon.DiskUsageAsync(cancel).ConfigureAwait(false);
        return Detailed ? usage.SelectMany(kind => (IEnumerable<object>)kind.Items).ToList() : usage;
    }
}
