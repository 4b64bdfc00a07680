using System.Management.Automation;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>Gives engines' versions, those of their parts, and the API versions that they speak, as <c>docker version</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "DockerVersion")]
[OutputType(typeof(DockerVersion))]
public sealed class GetDockerVersion : EngineListCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ListFrom<DockerVersion>(Engines, async (engine, cancel) => [await engine.Daemon.VersionAsync(cancel).ConfigureAwait(false)]);
        base.EndProcessing();
    }
}
