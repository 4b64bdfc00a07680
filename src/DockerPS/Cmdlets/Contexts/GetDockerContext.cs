using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>
/// Lists the docker command's contexts, as <c>docker context ls</c> does: engines under names that stay. The context default is what the environment says. One that is damaged is an error that
/// names its file; the others are listed.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DockerContext")]
[OutputType(typeof(DockerContext))]
public sealed class GetDockerContext : ContextCmdlet
{
    /// <summary>The names wanted, or wildcards. Without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Context")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference[]? Name { get; set; }

    /// <summary>Only the one that is used when none is named.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Name is null)
        {
            Write("*");
            return;
        }

        foreach (var name in Name)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name.Text))
            {
                Write(name.Text);
            }
            else
            {
                Each(name.Text, text => Write(Store.Get(text)));
            }
        }
    }

    private void Write(string pattern)
    {
        var damaged = new List<DockerException>();
        var wanted = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        foreach (var context in Store.List(damaged).Where(context => wanted.IsMatch(context.Name)))
        {
            Write(context);
        }

        foreach (var failure in damaged)
        {
            WriteFailure(failure, target: null);
        }
    }

    private void Write(DockerContext context)
    {
        if (!Current || context.IsCurrent)
        {
            WriteObject(context);
        }
    }
}
