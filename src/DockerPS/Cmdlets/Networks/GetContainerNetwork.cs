using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Networks;

/// <summary>Lists networks, as <c>docker network ls</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerNetwork")]
[OutputType(typeof(ContainerNetwork))]
public sealed class GetContainerNetwork : EngineListCmdlet
{
    /// <summary>
    /// Only these networks: names, ids, beginnings of ids, wildcards, or network objects from the pipeline, which are read anew. A wildcard that fits nothing is no error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public ContainerNetworkReference[]? Network { get; set; }

    /// <summary>
    /// Only networks that can be removed without loss: no container is in them, not even a stopped one, and the engine did not make them by itself.
    /// (<c>docker network prune</c> takes those of stopped containers too, which then can't be started.)
    /// </summary>
    [Parameter]
    [Alias("Dangling")]
    public SwitchParameter Unused { get; set; }

    /// <summary>Only networks of these drivers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DriverCompleter))]
    public string[]? Driver { get; set; }

    /// <summary>Only networks that reach so far.</summary>
    [Parameter]
    [ValidateSet("local", "swarm", "global")]
    public string[]? Scope { get; set; }

    /// <summary>Only networks that users made, <c>custom</c>, or that the engine made by itself, <c>builtin</c>.</summary>
    [Parameter]
    [ValidateSet("custom", "builtin")]
    public string? Type { get; set; }

    /// <summary>Only those with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Network is null)
        {
            ListFrom(Engines, (engine, cancel) => engine.Networks.ListAsync(Query(), cancel));
            return;
        }

        foreach (var reference in Network)
        {
            ListFrom(reference, (engine, cancel) => ListAsync(engine, reference, cancel));
        }
    }

    private async Task<IReadOnlyList<ContainerNetwork>> ListAsync(IDockerEngine engine, ContainerNetworkReference reference, CancellationToken cancel)
    {
        if (reference.IsPattern)
        {
            var all = await engine.Networks.ListAsync(Query(), cancel).ConfigureAwait(false);
            return all.Where(network => reference.Matches(network.Name)).ToList();
        }

        // One that is there, and only left out by a filter, is no error.
        var one = await NetworkFinder.InspectAsync(engine, reference, cancel).ConfigureAwait(false);
        return await engine.Networks.ListAsync(Query(one.NetworkId), cancel).ConfigureAwait(false);
    }

    private NetworkQuery Query(string? id = null)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("id", id is null ? null : [id]);
        Add("driver", Driver);
        Add("scope", Scope);
        Add("type", Type is null ? null : [Type]);
        Add("label", Label?.Select(label => label.ToString()).ToList());
        return new NetworkQuery { Unused = Unused, Filters = filters };

        void Add(string filter, IReadOnlyList<string>? values)
        {
            if (values is not null)
            {
                filters.Add(filter, values);
            }
        }
    }
}
