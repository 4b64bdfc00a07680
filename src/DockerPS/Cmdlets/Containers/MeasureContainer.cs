using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Measures what running containers use, as <c>docker container stats</c> does: processors, memory, networks, disks. One sample of each, all asked side by side; with
/// <c>-Follow</c> a sample a second until Ctrl-C.
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

    /// <summary>Goes on with a sample a second of each, until the containers end or Ctrl-C.</summary>
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
        var left = _targets.Count;
        foreach (var target in _targets)
        {
            _ = Task.Run(() => FollowAsync(target), CancellationToken.None);
        }

        Thread.WaitUntil(() => left == 0);

        async Task FollowAsync(ContainerTarget target)
        {
            Exception? failed = null;
            try
            {
                await target.Containers.MeasureAsync(target.Id, sample => Thread.Post(() => WriteObject(sample)), Cancel).ConfigureAwait(false);
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
                if (failed is not null)
                {
                    WriteFailure(failed, target.Name);
                }
            });
        }
    }
}
