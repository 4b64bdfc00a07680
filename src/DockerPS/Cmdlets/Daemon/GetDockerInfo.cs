using System.Management.Automation;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>Gives all that engines tell of themselves and their machines, as <c>docker info</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "DockerInfo")]
[OutputType(typeof(DockerInfo))]
public sealed class GetDockerInfo : EngineListCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ListFrom<DockerInfo>(Engines, async (engine, cancel) => [await engine.Daemon.InfoAsync(cancel).ConfigureAwait(false)]);
        base.EndProcessing();
    }
}
