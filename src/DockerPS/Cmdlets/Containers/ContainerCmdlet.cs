using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>A cmdlet that works on containers that are there.</summary>
public abstract class ContainerCmdlet : FindingCmdlet
{
    private protected ContainerCmdlet()
    {
    }

    /// <summary>
    /// The containers that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.
    /// </summary>
    private protected IEnumerable<ContainerTarget> Find(ContainerReference reference) => Find(
        reference,
        engine => ContainerFinder.Known(engine, reference),
        (engine, cancel) => ContainerFinder.FindAsync(engine, reference, cancel));

    /// <summary>Works on one container beside others; a failure names it by its name.</summary>
    private protected void Add(ContainerTarget target, Func<WorkItem, CancellationToken, Task> work) => Add(target.Id, target.Name, work);
}
