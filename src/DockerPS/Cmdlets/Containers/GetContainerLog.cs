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
/// Reads containers' logs, as <c>docker container logs</c> does: an entry a line, with its time and output. Several containers' entries come merged by time.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ContainerLog")]
[OutputType(typeof(ContainerLogEntry), typeof(string))]
public sealed class GetContainerLog : ContainerCmdlet
{
    private readonly List<ContainerTarget> _targets = [];

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Goes on with what is written from now on, until the containers end or Ctrl-C.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <summary>Only so many lines from the end of each log.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only what is not older: a DateTime, a TimeSpan or text such as 10m (that long ago), RFC 3339 text, or Unix seconds.</summary>
    [Parameter]
    public TimePoint? Since { get; set; }

    /// <summary>Only what is older: a DateTime, a TimeSpan or text such as 10m (that long ago), RFC 3339 text, or Unix seconds.</summary>
    [Parameter]
    public TimePoint? Until { get; set; }

    /// <summary>Only this output: <c>StdOut</c> or <c>StdErr</c>. A container with a terminal has only <c>StdOut</c>.</summary>
    [Parameter]
    public ContainerLogStream? Stream { get; set; }

    /// <summary>Writes lines of text instead of entries, at full speed.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _targets.AddRange(Container.SelectMany(Find));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        var readers = OpenAll();
        if (readers.Count == 1)
        {
            ReadOne(readers[0].Reader, readers[0].Target);
        }
        else if (readers.Count > 1)
        {
            using var merged = new LogMerge(readers, Follow, (failure, target) => WriteFailure(failure, target), Cancel);
            merged.Run(Thread, Raw ? entry => WriteObject(entry.Message) : WriteObject);
        }
    }

    // Blocking reads, on this thread: nothing else is fast enough. A stop closes the reader under them.
    private void ReadOne(ILogReader reader, string target)
    {
        try
        {
            if (Raw)
            {
                var lines = new List<string>();
                for (; reader.ReadRaw(lines); lines.Clear())
                {
                    lines.ForEach(WriteObject);
                }
            }
            else
            {
                var entries = new List<ContainerLogEntry>();
                for (; reader.Read(entries); entries.Clear())
                {
                    entries.ForEach(WriteObject);
                }
            }

            Await(async cancel =>
            {
                await reader.ConfirmEndAsync(cancel).ConfigureAwait(false);
                return true;
            });
        }
        catch (OperationCanceledException) when (Cancel.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, target);
        }
        finally
        {
            reader.Dispose();
        }
    }

    private List<(ILogReader Reader, string Target)> OpenAll()
    {
        var query = new LogQuery
        {
            Follow = Follow,
            Tail = Tail,
            Since = Since?.ToUnixText(DateTimeOffset.UtcNow),
            Until = Until?.ToUnixText(DateTimeOffset.UtcNow),
            StandardOutput = Stream is null or ContainerLogStream.StdOut,
            StandardError = Stream is null or ContainerLogStream.StdErr,
            // Several logs are merged by their times, so they are asked for even where only text is wanted.
            Timestamps = !Raw || _targets.Count > 1,
        };
        var readers = new List<(ILogReader, string)>();
        foreach (var target in _targets)
        {
            try
            {
                readers.Add((Await(cancel => OpenAsync(target, query, cancel)), target.Name));
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, target.Name);
            }
        }

        return readers;
    }

    // A log that is opened while the command stops, or beside another that never opens, must not stay open.
    private async Task<ILogReader> OpenAsync(ContainerTarget target, LogQuery query, CancellationToken cancel)
    {
        var reader = await target.Containers.OpenLogAsync(target.Id, query, cancel).ConfigureAwait(false);
        _ = Cancel.Register(reader.Dispose);
        return reader;
    }
}
