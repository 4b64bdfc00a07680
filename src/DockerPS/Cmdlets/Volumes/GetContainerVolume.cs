using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>Lists volumes, as <c>docker volume ls</c> and <c>docker volume inspect</c> do.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerVolume")]
[OutputType(typeof(ContainerVolume))]
public sealed class GetContainerVolume : EngineListCmdlet
{
    /// <summary>Only these volumes: names, wildcards, or volume objects from the pipeline, which are read anew. A wildcard that fits nothing is no error.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [TypedText]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public VolumeReference[]? Volume { get; set; }

    /// <summary>Only volumes that no container has mounted, running or not: what <c>docker volume prune --all</c> would remove.</summary>
    [Parameter]
    [Alias("Dangling")]
    public SwitchParameter Unused { get; set; }

    /// <summary>Only volumes of these drivers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DriverCompleter))]
    public string[]? Driver { get; set; }

    /// <summary>Only those with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>With the bytes in each volume, which the engine must measure first: that takes as long as there are files.</summary>
    [Parameter]
    public SwitchParameter Size { get; set; }

    /// <summary>With the names of the containers that have each volume mounted, running or not.</summary>
    [Parameter]
    public SwitchParameter Users { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Volume is null)
        {
            ListFrom(Engines, (engine, cancel) => engine.Volumes.ListAsync(Query(), cancel));
            return;
        }

        foreach (var reference in Volume)
        {
            ListFrom(reference, (engine, cancel) => ListAsync(engine, reference, cancel));
        }
    }

    private async Task<IReadOnlyList<ContainerVolume>> ListAsync(IDockerEngine engine, VolumeReference reference, CancellationToken cancel)
    {
        if (reference.IsPattern)
        {
            var all = await engine.Volumes.ListAsync(Query(), cancel).ConfigureAwait(false);
            return all.Where(volume => reference.Matches(volume.Name)).ToList();
        }

        // One that is there, and only left out by a filter, is no error.
        var one = await engine.Volumes.InspectAsync(reference.Text, cancel).ConfigureAwait(false);
        return Size || Users || Unused || Driver is not null || Label is not null
            ? (await engine.Volumes.ListAsync(Query(one.Name), cancel).ConfigureAwait(false)).Where(volume => volume.Name == one.Name).ToList()
            : [one];
    }

    private VolumeQuery Query(string? name = null)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("name", name is null ? null : [name]);
        Add("dangling", Unused ? ["true"] : null);
        Add("driver", Driver);
        Add("label", Label?.Select(label => label.ToString()).ToList());
        return new VolumeQuery { Size = Size, Users = Users, Filters = filters };

        void Add(string filter, IReadOnlyList<string>? values)
        {
            if (values is not null)
            {
                filters.Add(filter, values);
            }
        }
    }
}
