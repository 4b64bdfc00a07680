using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Stops containers and starts them again, as <c>docker container restart</c> does; those that do not run are started.</summary>
[Cmdlet(VerbsLifecycle.Restart, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class RestartContainer : ContainerChangeCmdlet
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

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) =>
        target.Containers.RestartAsync(target.Id, Timeout?.ToTimeSpan(), Signal?.ToString(), cancel);
}
