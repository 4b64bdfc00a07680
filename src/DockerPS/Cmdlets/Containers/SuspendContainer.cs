using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Freezes all processes of running containers, as <c>docker container pause</c> does.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class SuspendContainer : ContainerChangeCmdlet
{
    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) => target.Containers.PauseAsync(target.Id, cancel);
}
