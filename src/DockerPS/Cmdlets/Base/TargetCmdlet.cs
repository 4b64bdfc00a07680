using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets;

/// <summary>A cmdlet that works on things of which it needs to know no more than a name.</summary>
public abstract class TargetCmdlet : FindingCmdlet
{
    private protected TargetCmdlet()
    {
    }

    /// <summary>Finds what a reference means on one engine. An unmatched wildcard is an empty list, an unmatched literal a failure.</summary>
    private protected abstract Task<IReadOnlyList<Target>> FindAsync(IDockerEngine engine, Reference reference, CancellationToken cancel);

    /// <summary>The things that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.</summary>
    private protected IEnumerable<Target> Find(Reference reference) => Find(
        reference,
        engine => new Target(engine, reference.Text, reference.Name, reference.About),
        (engine, cancel) => FindAsync(engine, reference, cancel));

    /// <summary>Works on one thing beside others; a failure names it by its name.</summary>
    private protected void Add(Target target, Func<WorkItem, CancellationToken, Task> work) => Add(target.Id, target.Name, work);
}
