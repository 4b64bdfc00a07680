using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;
using DockerPS.Terminals;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Measures what running containers use, as <c>docker container stats</c> does: processors, memory, networks, disks. One sample of each, all asked side by side; with
/// <c>-Follow</c> a sample a second until Ctrl-C. At the prompt of a console the followed samples are one table that is drawn anew in its place.
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "Container")]
[OutputType(typeof(ContainerStatistics))]
public sealed class MeasureContainer : ContainerCmdlet
{
    private readonly List<ContainerTarget> _targets = [];

    /// <summary>Makes the cmdlet. A sample takes time but no work, so many are waited for at once.</summary>
    public MeasureContainer() => ThrottleLimit = 64;

    /// <summary>
    /// The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline. Without it all that run.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[]? Container { get; set; }

    /// <summary>
    /// Goes on with a sample a second of each, until the containers end or Ctrl-C. Typed at the prompt of a console, as the last command of its line and assigned to nothing, it
    /// draws one table and draws it anew in its place; everywhere else (piped, assigned, redirected, in scripts, functions, jobs and runbooks) it writes each sample as an object.
    /// </summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Container is not null)
        {
            _targets.AddRange(Container.SelectMany(Find));
        }
        else if (!MyInvocation.ExpectingInput)
        {
            _targets.AddRange(Engines.SelectMany(Running));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Follow)
        {
            FollowAll();
        }
        else
        {
            foreach (var target in _targets)
            {
                Add(target, (item, cancel) => MeasureAsync(item, target, cancel));
            }
        }

        base.EndProcessing();
    }

    private async Task MeasureAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        try
        {
            item.Write(await target.Containers.MeasureAsync(target.Id, cancel).ConfigureAwait(false));
        }
        catch (DockerException failure) when (IsGone(failure))
        {
            item.Verbose($"{target.Name} has gone since the list was made.");
        }
    }

    // Nobody asked for this one by name: what ends between the list and the sample is no failure.
    private bool IsGone(DockerException failure) => Container is null && failure.Error == DockerError.ContainerNotFound;

    private IEnumerable<ContainerTarget> Running(IDockerEngine engine)
    {
        try
        {
            return Await(cancel => engine.Containers.ListAsync(new ContainerQuery(), cancel)).Select(container => ContainerFinder.Target(engine, container)).ToList();
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, engine.Endpoint.Name);
            return [];
        }
    }

    private void FollowAll()
    {
        using var screen = PromptOutput.IsScreen(this) ? new StatisticsScreen(Host.UI.RawUI, Thread) : null;
        var left = _targets.Count;
        foreach (var target in _targets)
        {
            _ = Task.Run(() => FollowAsync(target), CancellationToken.None);
        }

        Thread.WaitUntil(() => left == 0);
        screen?.Draw();

        async Task FollowAsync(ContainerTarget target)
        {
            Exception? failed = null;
            try
            {
                await target.Containers.MeasureAsync(target.Id, sample => Thread.Post(() => Show(target, sample)), Cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (Cancel.IsCancellationRequested)
            {
                // The pipeline was stopped.
            }
            catch (DockerException failure) when (IsGone(failure))
            {
                // As with one sample.
            }
            catch (Exception failure)
            {
                failed = failure;
            }

            Thread.Post(() =>
            {
                left--;
                screen?.Remove(Key(target));
                if (failed is not null)
                {
                    screen?.Leave();
                    WriteFailure(failed, target.Name);
                }
            });
        }

        void Show(ContainerTarget target, ContainerStatistics sample)
        {
            if (screen is not null)
            {
                screen.Show(Key(target), Marked(sample));
            }
            else
            {
                // Those of several engines come mixed: a header at every change would hide more than it tells.
                CommandRuntime.WriteObject(sample);
            }
        }
    }

    private static string Key(ContainerTarget target) => target.Engine.Endpoint.Name + " " + target.Id;
}
