using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;
using DockerPS.Formatting;

namespace DockerPS.Cmdlets;

/// <summary>A cmdlet that talks to engines.</summary>
public abstract class EngineCmdlet : DockerCmdlet
{
    private readonly Dictionary<string, IDockerEngine> _engines = new(StringComparer.Ordinal);
    private OrderedWork? _work;
    private IReadOnlyList<IDockerEngine>? _chosen;
    private bool _isForMany;

    // PowerShell binds the parameters meanwhile.
    static EngineCmdlet() => EngineLoader.Begin();

    private protected EngineCmdlet()
    {
    }

    /// <summary>
    /// The engine, or several: the name of a connection of this session (Connect-DockerEngine) or of a context of the docker command, an address (<c>unix:///var/run/docker.sock</c>,
    /// <c>npipe:////./pipe/docker_engine</c>, <c>tcp://host:2376</c>, <c>ssh://user@host</c>), or an object that carries its engine. Without it the session's default connection; without one the
    /// engine is found as the docker command finds it: <c>$env:DOCKER_HOST</c>, <c>$env:DOCKER_CONTEXT</c>, the current context, the platform's default.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EngineNameCompleter))]
    public EngineReference[]? Engine { get; set; }

    /// <summary>How many items are worked on side by side. 1 is strict: each is done before the next is begun.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Nothing is to be done, only told: <c>-WhatIf</c>, or the preference.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private protected OrderedWork Work => _work ??= new OrderedWork(this, Thread, ThrottleLimit, Cancel);

    /// <summary>The engines that the user named, or the default one; an engine that can't be made out is an error of its own.</summary>
    private protected IReadOnlyList<IDockerEngine> Engines => _chosen ??= ChooseEngines();

    /// <summary>The engine of this name or address.</summary>
    private protected IDockerEngine EngineOf(string? name)
    {
        if (!_engines.TryGetValue(name ?? "", out var engine))
        {
            var endpoint = SessionEngines.Current.Resolve(name);
            WriteVerbose($"Engine {endpoint.Name} at {endpoint.Address.OriginalString}, named by {endpoint.Source}.");
            _engines.Add(name ?? "", engine = EngineLoader.Connector.Connect(endpoint));
        }

        return engine;
    }

    /// <summary>Writes an object; one of several engines is marked, so that tables tell which is whose.</summary>
    internal new void WriteObject(object? value) => base.WriteObject(value is null or string or ContainerLogEntry ? value : Marked(value));

    /// <summary>The object, marked if it is one of several engines.</summary>
    private protected object Marked(object value) => IsForMany ? ManyEngines.Marked(value) : value;

    /// <summary>The engines that a reference may mean: its own where it came with one.</summary>
    /// <exception cref="DockerException">The object's engine is none of those that <c>-Engine</c> names.</exception>
    private protected IReadOnlyList<IDockerEngine> EnginesOf(Reference reference)
    {
        _isForMany |= reference.IsOfMany;
        if (reference.Engine is null)
        {
            return Engines;
        }

        var own = EngineOf(reference.Engine);
        return Engine is null || Engines.Any(engine => engine.Endpoint.Address == own.Endpoint.Address)
            ? [own]
            : throw new DockerException(
                DockerError.EngineMismatch,
                $"{reference} is on the engine {reference.Engine}, not on {string.Join(", ", Engine.Select(engine => engine.Text))}.");
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _work?.Finish();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopProcessing();
            _work?.Abandon(EndLimit);
        }

        base.Dispose(disposing);
    }

    // Two names may be one engine's.
    private bool IsForMany => _isForMany
        || (_engines.Count > 1 && (_isForMany = _engines.Values.Any(engine => engine.Endpoint.Address != _engines.Values.First().Endpoint.Address)));

    private List<IDockerEngine> ChooseEngines()
    {
        var chosen = new List<IDockerEngine>();
        foreach (var name in Engine?.Select(engine => (string?)engine.Text) ?? [null])
        {
            try
            {
                chosen.Add(EngineOf(name));
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, name);
            }
        }

        return chosen;
    }
}
