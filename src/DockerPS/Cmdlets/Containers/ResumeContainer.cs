using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lets the processes of suspended containers go on, as <c>docker container unpause</c> does.</summary>
[Cmdlet(VerbsLifecycle.Resume, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class ResumeContainer : ContainerChangeCmdlet
{
    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) => target.Containers.UnpauseAsync(target.Id, cancel);
}
