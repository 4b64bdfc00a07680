using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>A cmdlet that hears engines' events: which ones.</summary>
public abstract class EventCmdlet : EngineCmdlet
{
    private readonly List<ContainerReference> _containers = [];

    private protected EventCmdlet()
    {
    }

    /// <summary>Only events of these containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline. They need not be there yet, or any more.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[]? Container { get; set; }

    /// <summary>Only events of these kinds of things.</summary>
    [Parameter]
    [ValidateSet("Container", "Image", "Network", "Volume", "Daemon", "Plugin", "Builder", "Service", "Node", "Secret", "Config")]
    public DockerEventType[]? Type { get; set; }

    /// <summary>Only what happened so, such as <c>start</c>, <c>die</c>, <c>health_status</c>, <c>pull</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Event { get; set; }

    /// <summary>Only events of these images, and of containers made of them: a name, a name with a tag, or an id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Image { get; set; }

    /// <summary>Only events of networks whose names or ids begin so.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public string[]? Network { get; set; }

    /// <summary>Only events of volumes whose names begin so.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VolumeCompleter))]
    public string[]? Volume { get; set; }

    /// <summary>Only events of what has these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Only events of one machine, <c>local</c>, or of a swarm, <c>swarm</c>.</summary>
    [Parameter]
    [ValidateSet("local", "swarm")]
    public string? Scope { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _containers.AddRange(Container ?? []);

    /// <summary>The engines to listen to, each with what is wanted of it. None where a pipeline brought no container.</summary>
    private protected IReadOnlyList<EventSource> Sources(Func<EventQuery> query)
    {
        if (_containers.Count == 0)
        {
            return MyInvocation.ExpectingInput ? [] : Engines.Select(engine => new EventSource(engine, query(), [])).ToList();
        }

        var wanted = new Dictionary<IDockerEngine, List<ContainerReference>>();
        foreach (var reference in _containers)
        {
            foreach (var engine in TryEnginesOf(reference))
            {
                if (!wanted.TryGetValue(engine, out var references))
                {
                    wanted.Add(engine, references = []);
                }

                references.Add(reference);
            }
        }

        return wanted.Select(one => new EventSource(one.Key, query(), one.Value)).ToList();
    }

    /// <summary>The engine's own filters. Containers are none of them where one has wildcards, which the engine does not know.</summary>
    private protected Dictionary<string, IReadOnlyList<string>> Filters()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("type", _containers.Count > 0 && Type is null ? ["container"] : Type?.Select(type => type.ToString().ToLowerInvariant()));
        Add("event", Event);
        Add("image", Image);
        Add("network", Network);
        Add("volume", Volume);
        Add("label", Label?.Select(label => label.ToString()));
        Add("scope", Scope is null ? null : [Scope]);
        Add("container", _containers.Count == 0 || _containers.Exists(reference => reference.IsPattern) ? null : _containers.Select(reference => reference.Text));
        return filters;

        void Add(string name, IEnumerable<string>? values)
        {
            if (values is not null)
            {
                filters.Add(name, values.ToList());
            }
        }
    }

    private IReadOnlyList<IDockerEngine> TryEnginesOf(ContainerReference reference)
    {
        try
        {
            return EnginesOf(reference);
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, reference.ToString());
            return [];
        }
    }
}
