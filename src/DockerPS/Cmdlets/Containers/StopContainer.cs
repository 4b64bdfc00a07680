using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Stops running containers, as <c>docker container stop</c> does; with <c>-Force</c> at once, as <c>docker container kill</c> does.</summary>
[Cmdlet(VerbsLifecycle.Stop, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class StopContainer : ContainerChangeCmdlet
{
    /// <summary>
    /// How long the process may take to end before it is killed: seconds, a TimeSpan, or text such as 1m30s.
    /// Without it the container's own time counts, 10 seconds where it has none.
    /// </summary>
    [Parameter]
    [Alias("Time")]
    [Seconds]
    public Duration? Timeout { get; set; }

    /// <summary>The signal that asks the process to end; without it the container's own, SIGTERM where it has none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public SignalName? Signal { get; set; }

    /// <summary>Kills the process at once, with SIGKILL or the given signal.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool EndsIt => !Force || Signal?.ToString() is null or "SIGKILL" or "9";

    private protected override bool IsSettled(Container container) => !EndsIt || container.State is not ContainerState.Running;

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) => Force
        ? KillAsync(target, cancel)
        : target.Containers.StopAsync(target.Id, Timeout?.ToTimeSpan(), Signal?.ToString(), cancel);

    // The engine does not wait for the end of what it kills. No process outlives this signal, so the end is waited for here, as a stop does; other signals may mean less.
    private async Task KillAsync(ContainerTarget target, CancellationToken cancel)
    {
        await target.Containers.KillAsync(target.Id, Signal?.ToString(), cancel).ConfigureAwait(false);
        if (EndsIt)
        {
            try
            {
                await target.Containers.WaitAsync(target.Id, "not-running", cancel).ConfigureAwait(false);
            }
            catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
            {
                // It removed itself at its end.
            }
        }
    }
}
