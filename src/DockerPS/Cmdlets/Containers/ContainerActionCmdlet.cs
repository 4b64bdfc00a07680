using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// A cmdlet that does something to containers: finds them, asks, acts on them side by side, and reports each failure in its place.
/// </summary>
public abstract class ContainerActionCmdlet : ContainerCmdlet
{
    private protected ContainerActionCmdlet()
    {
    }

    /// <summary>
    /// The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline. A name that fits goes before an id that begins so;
    /// a wildcard that fits nothing is no error.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Does it to one container; called off the pipeline's thread.</summary>
    /// <param name="target">The container.</param>
    /// <param name="cancel">Cancelled when the pipeline stops.</param>
    protected abstract Task ActAsync(ContainerTarget target, CancellationToken cancel);

    /// <summary>What is asked of the user before; null for the command's own name.</summary>
    private protected virtual string? Question => null;

    /// <summary>What is done, and what is written of it.</summary>
    private protected virtual Task WorkAsync(WorkItem item, ContainerTarget target, CancellationToken cancel) => ActAsync(target, cancel);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                if (Question is { } question ? ShouldProcess(target.Description, question) : ShouldProcess(target.Description))
                {
                    Add(target, (item, cancel) => WorkAsync(item, target, cancel));
                }
            }
        }
    }
}
