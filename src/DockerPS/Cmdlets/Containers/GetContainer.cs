using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lists containers, as <c>docker container ls</c> does: the running ones, or with <c>-All</c> all of them.</summary>
[Cmdlet(VerbsCommon.Get, "Container")]
[OutputType(typeof(Container))]
public sealed class GetContainer : EngineListCmdlet
{
    /// <summary>
    /// Only these containers, running or not: names, ids, beginnings of ids, wildcards, or container objects from the pipeline, which are read anew.
    /// A wildcard that fits nothing is no error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[]? Container { get; set; }

    /// <summary>Those that do not run too.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter All { get; set; }

    /// <summary>Only so many, the last created, running or not.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>With the bytes that each container takes, which the engine must measure first.</summary>
    [Parameter]
    public SwitchParameter Size { get; set; }

    /// <summary>Only those with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Only those in one of these states, running or not.</summary>
    [Parameter]
    [Alias("Status")]
    [ValidateSet("Created", "Running", "Paused", "Restarting", "Removing", "Exited", "Dead")]
    public ContainerState[]? State { get; set; }

    /// <summary>Only those whose health check says so.</summary>
    [Parameter]
    [ValidateSet("None", "Starting", "Healthy", "Unhealthy")]
    public ContainerHealth[]? Health { get; set; }

    /// <summary>Only those made of one of these images, or of images built on them: a name, a name with a tag, or an id.</summary>
    [Parameter]
    [Alias("Image")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public string[]? Ancestor { get; set; }

    /// <summary>Only those in one of these networks: a name or an id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public string[]? Network { get; set; }

    /// <summary>Only those with one of these mounted: a volume's name, or a mount's place in the container.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public string[]? Volume { get; set; }

    /// <summary>Only those that are published on one of these ports of the host: <c>8080</c>, <c>53/udp</c>, <c>8000-8010</c>.</summary>
    [Parameter]
    public string[]? Publish { get; set; }

    /// <summary>Only those that have one of these ports inside, published or not: <c>80</c>, <c>53/udp</c>, <c>8000-8010</c>.</summary>
    [Parameter]
    public string[]? Expose { get; set; }

    /// <summary>Only those that ended with one of these exit codes.</summary>
    [Parameter]
    [Alias("Exited")]
    public int[]? ExitCode { get; set; }

    /// <summary>Only those created before this container.</summary>
    [Parameter]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference? Before { get; set; }

    /// <summary>Only those created after this container.</summary>
    [Parameter]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference? Since { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Container is null)
        {
            ListFrom(Engines, (engine, cancel) => engine.Containers.ListAsync(Query(), cancel));
            return;
        }

        foreach (var reference in Container)
        {
            ListFrom(reference, (engine, cancel) => ListAsync(engine, reference, cancel));
        }
    }

    private async Task<IReadOnlyList<Container>> ListAsync(IDockerEngine engine, ContainerReference reference, CancellationToken cancel)
    {
        if (reference.IsPattern)
        {
            var all = await engine.Containers.ListAsync(Query(all: true), cancel).ConfigureAwait(false);
            return all.Where(container => ContainerFinder.IsMatch(container, reference)).ToList();
        }

        // The engine's own filter for names means parts of names; so the id is found first, and asked for.
        var target = (await ContainerFinder.FindAsync(engine, reference, cancel).ConfigureAwait(false))[0];
        var found = await engine.Containers.ListAsync(Query(all: true, id: target.Id), cancel).ConfigureAwait(false);
        return found.Count > 0 || HasFilters ? found : throw new DockerException(DockerError.ContainerNotFound, $"No such container: {reference}");
    }

    private bool HasFilters => Label is not null || State is not null || Health is not null || Ancestor is not null || Network is not null
        || Volume is not null || Publish is not null || Expose is not null || ExitCode is not null || Before is not null || Since is not null;

    private ContainerQuery Query(bool all = false, string? id = null)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("id", id is null ? null : [id]);
        Add("label", Label?.Select(label => label.ToString()));
        Add("status", State?.Select(state => state.ToString().ToLowerInvariant()));
        Add("health", Health?.Select(health => health.ToString().ToLowerInvariant()));
        Add("ancestor", Ancestor);
        Add("network", Network);
        Add("volume", Volume);
        Add("publish", Publish);
        Add("expose", Expose);
        Add("exited", ExitCode?.Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Add("before", Before is null ? null : [Before.Text]);
        Add("since", Since is null ? null : [Since.Text]);

        // Docker shows the stopped ones when a state or an exit code is asked for, but not for the other filters.
        return new ContainerQuery { All = All || all || State is not null || ExitCode is not null, Last = Last, Size = Size, Filters = filters };

        void Add(string name, IEnumerable<string>? values)
        {
            if (values is not null)
            {
                filters.Add(name, values.ToList());
            }
        }
    }
}
