using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Disconnects the session from engines that it was connected to with Connect-DockerEngine. Without names the session's default. Where that is gone, the engine is found again as the docker
/// command finds it.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "DockerEngine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class DisconnectDockerEngine : DockerCmdlet
{
    /// <summary>The connections: names, wildcards, or objects of Get-DockerEngine. Without it the session's default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Engine")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EngineReference[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = SessionEngines.Current;
        foreach (var text in Name?.Select(name => name.Text) ?? [session.Default?.Name ?? ""])
        {
            var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);
            var found = session.Connected.Where(endpoint => session.Find(text) is { } exact ? exact == endpoint : pattern.IsMatch(endpoint.Name)).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(text))
            {
                WriteFailure(
                    new DockerException(DockerError.EngineNotConnected, text.Length == 0 ? "The session has no default connection." : $"The session is not connected to '{text}'."), text);
            }

            foreach (var endpoint in found.Where(endpoint => ShouldProcess(endpoint.Name, "Disconnect the session")))
            {
                session.Remove(endpoint.Name);
            }
        }
    }
}
