using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes with what is on the engine that the command would talk to.</summary>
public abstract class EngineCompleter : Completer
{
    private protected EngineCompleter()
    {
    }

    /// <summary>What an engine has for the word, whether it fits or not.</summary>
    private protected abstract Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel);

    /// <inheritdoc/>
    private protected override IReadOnlyList<Candidate>? Find(CompletionRequest request) => Fitting(request, Ask(request));

    /// <summary>What the engines of the line have.</summary>
    private protected IEnumerable<Candidate> Ask(CompletionRequest request)
    {
        // An engine that only running the line would tell: candidates of another one would be wrong.
        if (request.IsOpen("Engine"))
        {
            return [];
        }

        // Under the command's own name, so that it gets the engine that the command would get: also from the session's default parameters.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo(request.Command, typeof(CompletionQuery)))
            .AddParameter(nameof(CompletionQuery.Ask), (CompletionQuestion)((engine, cancel) => AskAsync(request, engine, cancel)))
            .AddParameter("ErrorAction", ActionPreference.Ignore)
            .AddParameter("Verbose", false);
        if (request.Bound("Engine") is { } engine)
        {
            shell.AddParameter("Engine", engine);
        }

        try
        {
            return shell.Invoke<Candidate>();
        }
        catch (RuntimeException)
        {
            // What stands there for an engine is none: the command itself will say so.
            return [];
        }
    }
}
