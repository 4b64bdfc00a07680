using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Sends a signal to the first process of running containers, as <c>docker container kill --signal</c> does.</summary>
[Cmdlet(VerbsCommunications.Send, "ContainerSignal", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class SendContainerSignal : ContainerChangeCmdlet
{
    /// <summary>The signal: a name such as <c>SIGHUP</c> or <c>HUP</c>, or a number.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public SignalName Signal { get; set; } = null!;

    private protected override string Question => $"Send {Signal}";

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) =>
        target.Containers.KillAsync(target.Id, Signal.ToString(), cancel);
}
