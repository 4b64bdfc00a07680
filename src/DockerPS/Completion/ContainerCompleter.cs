using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes containers: those that the command can work on.</summary>
public sealed class ContainerCompleter : EngineCompleter
{
    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var containers = await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
        return Candidates(request, containers.Where(container => Suits(request, container.State)));
    }

    /// <summary>Containers as candidates, by name; one whose id begins with the word stands there by its id.</summary>
    internal static IEnumerable<Candidate> Candidates(CompletionRequest request, IEnumerable<Container> containers)
    {
        var sorted = containers.OrderBy(container => container.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var named = sorted.Select(container => new Candidate(container.Name, Tip(container))).ToList();
        return named.Exists(candidate => request.Word.Fits(candidate.Text)) || request.Word.Text.Length == 0
            ? named
            : sorted.Select(container => new Candidate(container.ContainerId.Substring(0, Math.Min(12, container.ContainerId.Length)), Tip(container), container.Name));
    }

    internal static string Tip(Container container) =>
        $"{container.Name}: {container.Image}, {container.Status}, created {AgeText.Of(container.Created, DateTime.Now)}";

    private static bool Suits(CompletionRequest request, ContainerState state) => request.Command switch
    {
        "Stop-Container" or "Measure-Container" => IsAlive(state),
        "Suspend-Container" or "Invoke-ContainerCommand" or "Enter-Container" or "Get-ContainerProcess" => state == ContainerState.Running,
        "Send-ContainerSignal" => state is ContainerState.Running or ContainerState.Paused,
        "Resume-Container" => state == ContainerState.Paused,
        "Start-Container" => !IsAlive(state),
        "Remove-Container" => request.Bound("Force") is not null || !IsAlive(state),
        _ => true,
    };

    private static bool IsAlive(ContainerState state) => state is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting;
}
