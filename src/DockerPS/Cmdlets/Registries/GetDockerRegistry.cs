using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Registries;

/// <summary>Lists the registries that there is a login for: in this session, in the docker command's <c>config.json</c>, and with the helpers that this names.</summary>
[Cmdlet(VerbsCommon.Get, "DockerRegistry")]
[OutputType(typeof(DockerRegistry))]
public sealed class GetDockerRegistry : DockerCmdlet
{
    /// <summary>Only these: hosts with their ports, or wildcards. A wildcard that fits nothing is no error.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Server")]
    [Registry]
    [SupportsWildcards]
    public string[]? Registry { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var known = new List<DockerRegistry>(SessionLogins.Current.List());
        try
        {
            known.AddRange(EngineLoader.Connector.Credentials.List());
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, target: null);
        }

        var ordered = known.OrderBy(registry => registry.Source).ThenBy(registry => registry.Registry, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var name in Registry ?? ["*"])
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = ordered.FindAll(registry => pattern.IsMatch(registry.Registry));
            WriteObject(found, enumerateCollection: true);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteFailure(new DockerException(DockerError.LoginNotFound, $"No login is kept for {name}."), name);
            }
        }
    }
}
