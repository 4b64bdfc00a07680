using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>A cmdlet that works on networks that are there.</summary>
public abstract class NetworkCmdlet : TargetCmdlet
{
    private protected NetworkCmdlet()
    {
    }

    private protected override Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel) =>
        NetworkFinder.FindAsync(engine, reference, cancel);
}
