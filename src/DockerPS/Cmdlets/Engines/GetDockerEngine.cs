using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Lists the engines that the session is connected to with Connect-DockerEngine, and the one that commands use when they name none, whoever named it. Contacts nothing: Test-DockerEngine does.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DockerEngine")]
[OutputType(typeof(DockerEngine))]
public sealed class GetDockerEngine : DockerCmdlet
{
    /// <summary>The names wanted, or wildcards. Without it all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = SessionEngines.Current;
        var all = session.Connected.Select(endpoint => EngineDescription.Of(endpoint, session)).ToList();
        if (session.Default is null)
        {
            try
            {
                all.Add(EngineDescription.Of(session.Resolve(engine: null), session));
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, target: null);
            }
        }

        foreach (var text in Name ?? ["*"])
        {
            var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);
            var found = all.Where(engine => pattern.IsMatch(engine.Name)).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(text))
            {
                WriteFailure(new DockerException(DockerError.EngineNotConnected, $"The session is not connected to '{text}'."), text);
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
