using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>One container on one engine, found and ready to be acted on.</summary>
public sealed class ContainerTarget
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LagStep = TimeSpan.FromMilliseconds(20);

    internal ContainerTarget(IDockerEngine engine, string id, string? name, string? about)
    {
        Engine = engine;
        Id = id;
        Name = string.IsNullOrEmpty(name) ? id : name!;
        About = about;
    }

    /// <summary>The engine.</summary>
    public IDockerEngine Engine { get; }

    /// <summary>What the engine does with containers.</summary>
    public IContainerOperations Containers => Engine.Containers;

    /// <summary>The full id.</summary>
    public string Id { get; }

    /// <summary>The name; the id where no name came with it.</summary>
    public string Name { get; }

    private string? About { get; }

    /// <summary>How <c>-WhatIf</c> and <c>-Confirm</c> name it.</summary>
    public string Description => About is null ? Name : Name + " (" + About + ")";

    /// <summary>The container as a list shows it now; null when it is gone.</summary>
    /// <param name="cancel">Ends the call.</param>
    public async Task<Container?> ReadAsync(CancellationToken cancel)
    {
        var query = new ContainerQuery
        {
            All = true,
            Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["id"] = [Id] },
        };
        var found = await Containers.ListAsync(query, cancel).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>As <see cref="ReadAsync(CancellationToken)"/>, once the list shows what the engine has said already: its lists lag behind by a moment.</summary>
    /// <param name="settled">The container shows it.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<Container?> ReadAsync(Func<Container, bool> settled, CancellationToken cancel)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(LagStep, cancel).ConfigureAwait(false))
        {
            var container = await ReadAsync(cancel).ConfigureAwait(false);
            if (container is null || settled(container) || patience.Elapsed > LongestLag)
            {
                return container;
            }
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
