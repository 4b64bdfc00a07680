using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>A cmdlet that changes containers and can hand them on as they are afterwards.</summary>
public abstract class ContainerChangeCmdlet : ContainerActionCmdlet
{
    private protected ContainerChangeCmdlet()
    {
    }

    /// <summary>Writes each container as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether a list shows the change already.</summary>
    private protected virtual bool IsSettled(Container container) => true;

    private protected override async Task WorkAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        await ActAsync(target, cancel).ConfigureAwait(false);
        if (PassThru && await target.ReadAsync(IsSettled, cancel).ConfigureAwait(false) is { } container)
        {
            item.Write(container);
        }
    }
}
