using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Removes containers, as <c>docker container rm</c> does.</summary>
[Cmdlet(VerbsCommon.Remove, "Container", SupportsShouldProcess = true)]
public sealed class RemoveContainer : ContainerActionCmdlet
{
    /// <summary>Removes a running container too: it is killed first.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Removes the container's anonymous volumes with it.</summary>
    [Parameter]
    public SwitchParameter Volumes { get; set; }

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) =>
        target.Containers.RemoveAsync(target.Id, Force, Volumes, cancel);
}
