using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lists the processes in running containers, as <c>docker container top</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerProcess")]
[OutputType(typeof(ContainerProcess))]
public sealed class GetContainerProcess : ContainerCmdlet
{
    private const int WholeTime = 19;

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Options for the engine's <c>ps</c>, such as <c>aux</c>; what it prints is in <c>Columns</c>. Without it <c>-ef</c>.</summary>
    [Parameter]
    public string? PsOptions { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) =>
                {
                    var table = await target.Containers.ProcessesAsync(target.Id, PsOptions, cancel).ConfigureAwait(false);
                    foreach (var row in table.Rows)
                    {
                        item.Write(Process(target, table.Titles, row));
                    }
                });
            }
        }
    }

    private static ContainerProcess Process(ContainerTarget target, IReadOnlyList<string> titles, IReadOnlyList<string> row)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < titles.Count && i < row.Count; i++)
        {
            columns[titles[i]] = row[i];
        }

        return new ContainerProcess
        {
            Container = target.Name,
            User = Column("UID", "USER") ?? "",
            ProcessId = Number(Column("PID")),
            ParentProcessId = Number(Column("PPID")),
            StartTime = StartTime(Column("STIME", "START")),
            Terminal = Column("TTY", "TT") is { Length: > 0 } terminal and not "?" ? terminal : null,
            CpuTime = CpuTime(Column("TIME")),
            Command = Column("CMD", "COMMAND", "ARGS") ?? "",
            Columns = columns,
            Engine = target.Engine.Endpoint.Name,
        };

        string? Column(params string[] names)
        {
            foreach (var name in names)
            {
                if (columns.TryGetValue(name, out var value))
                {
                    return value;
                }
            }

            return null;
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // ps writes the time of today, or the day; Podman both with a zone.
    private static string? StartTime(string? text) =>
        text is { Length: > WholeTime } && DateTime.TryParseExact(text.Substring(0, WholeTime), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString(DateTime.Now - time < TimeSpan.FromDays(1) ? "HH:mm" : "MMMdd", CultureInfo.InvariantCulture)
            : text;

    // ps writes [days-]hours:minutes:seconds, or minutes:seconds; Podman 1m2.5s.
    private static TimeSpan? CpuTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Duration.TryParse(text, out var duration) && text.EndsWith("s", StringComparison.Ordinal))
        {
            return duration.ToTimeSpan();
        }

        var days = 0;
        var clock = text;
        if (text.IndexOf('-') is > 0 and var dash)
        {
            days = Number(text.Substring(0, dash)) ?? 0;
            clock = text.Substring(dash + 1);
        }

        var seconds = 0L;
        foreach (var part in clock.Split(':'))
        {
            if (Number(part) is not { } number)
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return TimeSpan.FromDays(days) + TimeSpan.FromSeconds(seconds);
    }
}
