using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Registries;

/// <summary>Forgets the login to a registry, as <c>docker logout</c> does: this session's, and the one that the docker command keeps.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "DockerRegistry", SupportsShouldProcess = true)]
public sealed class DisconnectDockerRegistry : DockerCmdlet
{
    /// <summary>The registries: their hosts with the ports, or objects of <c>Get-DockerRegistry</c> from the pipeline. Without it Docker Hub.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Server")]
    [Registry]
    public string[] Registry { get; set; } = [RegistryName.Hub];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var registry in Registry)
        {
            if (!ShouldProcess(registry, "Log out"))
            {
                continue;
            }

            try
            {
                var session = SessionLogins.Current.Erase(registry);
                if (!EngineLoader.Connector.Credentials.Erase(registry) && !session)
                {
                    WriteFailure(new DockerException(DockerError.LoginNotFound, $"No login is kept for {registry}."), registry);
                }
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, registry);
            }
        }
    }
}
