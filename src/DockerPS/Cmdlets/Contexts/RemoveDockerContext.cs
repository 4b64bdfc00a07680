using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>Removes contexts with their certificates and keys, as <c>docker context rm</c> does. The engines themselves are not touched.</summary>
[Cmdlet(VerbsCommon.Remove, "DockerContext", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class RemoveDockerContext : ContextCmdlet
{
    /// <summary>The contexts: names, wildcards, or objects of Get-DockerContext. The context default is never removed, and no wildcard means it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Context")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference[] Name { get; set; } = [];

    /// <summary>Removes the current context too; then there is no current one.</summary>
    [Parameter]
    [Alias("f")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var context in Name)
        {
            string[] names = [context.Text];
            if (WildcardPattern.ContainsWildcardCharacters(context.Text))
            {
                var wanted = WildcardPattern.Get(context.Text, WildcardOptions.IgnoreCase);
                names = [.. Store.List([]).Where(known => known.File is not null && wanted.IsMatch(known.Name)).Select(known => known.Name)];
            }

            foreach (var one in names)
            {
                Each(one, name =>
                {
                    // One that is not there is an error also where nothing is to be done.
                    var known = Store.Get(name);
                    if (ShouldProcess($"{name} ({known.Address?.OriginalString}{(known.TlsFiles.Length > 0 ? ", with its certificates and keys" : "")})", "Remove context"))
                    {
                        Store.Remove(name, Force);
                    }
                });
            }
        }
    }
}
