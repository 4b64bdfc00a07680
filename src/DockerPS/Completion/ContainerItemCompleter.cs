using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>
/// Completes <c>container:path</c>: containers, and what is in a folder of one that runs, as the <c>ls</c> in it tells. What is a path of this machine PowerShell completes.
/// </summary>
public sealed class ContainerItemCompleter : EngineCompleter
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request)
    {
        var word = request.Word.Text;
        var colon = word.IndexOf(':');
        if (colon < 0)
        {
            return word.IndexOfAny(['/', '\\', '~', '.']) < 0 && base.Find(request) is { Count: > 0 } found ? found : null;
        }

        // One letter is a drive of this machine.
        return colon == 1 ? null : base.Find(request);
    }

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var word = request.Word.Text;
        var colon = word.IndexOf(':');
        if (colon < 0)
        {
            var containers = await engine.Containers.ListAsync(new ContainerQuery { All = true }, cancel).ConfigureAwait(false);
            return containers.OrderBy(container => container.Name, StringComparer.OrdinalIgnoreCase)
                .Select(container => new Candidate(container.Name + ":", ContainerCompleter.Tip(container), container.Name));
        }

        var name = colon > 0 ? word.Substring(0, colon) : request.Bound("Container")?.ToString();
        if (string.IsNullOrEmpty(name))
        {
            return [];
        }

        var container = await engine.Containers.InspectAsync(name!, size: false, cancel).ConfigureAwait(false);
        var folder = word.Substring(colon + 1, word.LastIndexOf('/') < colon ? 0 : word.LastIndexOf('/') - colon);
        var entries = await ListAsync(engine, container.ContainerId, folder.Length > 0 ? folder : "/", cancel).ConfigureAwait(false);
        var before = word.Substring(0, colon + 1) + (folder.Length > 0 ? folder : "/");
        return entries.Select(entry => new Candidate(before + entry, $"{entry} in {before.Substring(colon + 1)} of {container.Name}", entry));
    }

    private static async Task<IEnumerable<string>> ListAsync(IDockerEngine engine, string container, string folder, CancellationToken cancel)
    {
        using var process = await engine.Processes.StartAsync(
            container, new ProcessSpecification { Command = ["ls", "-1Ap", "--", folder] }, cancel).ConfigureAwait(false);
        if (process is null)
        {
            return [];
        }

        // The read blocks its thread; a cancel ends it so.
        using var ending = cancel.Register(process.Dispose);
        var lines = new List<OutputLine>();
        while (process.Read(lines, output: null))
        {
        }

        await process.ExitCodeAsync(lines, output: null, cancel).ConfigureAwait(false);
        return lines.Where(line => line.Stream == ContainerLogStream.StdOut).Select(line => line.Text).Where(text => text.Length > 0);
    }
}
