using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>Reads the output of the classic builder, which is made for people: steps, cached marks and the image's id are told by their words.</summary>
internal sealed class ClassicProgress(Action<BuildEvent>? report) : BuildProgress(report)
{
    private const string Built = "Successfully built ";
    private const string Warning = "[Warning] ";
    private const string Cached = " ---> Using cache";
    private const string CachedByPodman = "--> Using cache ";

    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(10);

    private static readonly Regex s_step = new("^S(?:tep|TEP) (?<number>[0-9]+)/(?<count>[0-9]+) ?: (?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchLimit);

    // Colours of what was written to standard error.
    private static readonly Regex s_colour = new("\x1b\\[[0-9;]*m", RegexOptions.CultureInvariant, MatchLimit);

    // The builder's own words between a step and its output.
    private static readonly Regex s_noise = new(
        "^( ---> |--> )?([0-9a-f]{11,12}|[0-9a-f]{64}|COMMIT .*|Running in [0-9a-f]{12}|(Removing|Removed) intermediate container [0-9a-f]{12}|Successfully tagged .*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchLimit);

    private readonly Queue<string> _lines = new();
    private string _rest = "";
    private string? _stated;
    private string? _step;
    private int _number;
    private int _count;

    public override void Hear(BuildMessage message)
    {
        if (message.Auxiliary is { ValueKind: System.Text.Json.JsonValueKind.Object } said && said.TryGetProperty("ID", out var id))
        {
            _stated = id.GetString();
        }

        if (message.Stream is { } piece)
        {
            var lines = (_rest + s_colour.Replace(piece, "")).Split('\n');
            _rest = lines[lines.Length - 1];
            for (var i = 0; i < lines.Length - 1; i++)
            {
                HearLine(lines[i].TrimEnd('\r'));
            }
        }
        else if (message is { Status: { } status, Id: null })
        {
            Report(new BuildEvent { Kind = BuildEventKind.Log, Text = status });
        }
    }

    public override BuildStep? FailedStep(int? exitCode)
    {
        if (_rest.Length > 0)
        {
            HearLine(_rest);
            _rest = "";
        }

        return _step is null ? null : new BuildStep { Name = _step, ExitCode = exitCode, LastLines = _lines.ToArray() };
    }

    private void HearLine(string line)
    {
        var step = s_step.Match(line);
        if (step.Success)
        {
            Begin(step);
        }
        else if (line.StartsWith(Built, StringComparison.Ordinal))
        {
            Complete();
            var shortId = line.Substring(Built.Length).Trim();
            ImageId = _stated is not null && _stated.IndexOf(shortId, StringComparison.Ordinal) >= 0 ? _stated : shortId;
        }
        else if (line == Cached || line.StartsWith(CachedByPodman, StringComparison.Ordinal))
        {
            Report(Event(BuildEventKind.Cached, _step ?? ""));
        }
        else if (line.IndexOf(Warning, StringComparison.Ordinal) is var at && at >= 0 && at <= 6)
        {
            Report(Event(BuildEventKind.Warning, line.Substring(at + Warning.Length)));
        }
        else if (!s_noise.IsMatch(line))
        {
            Keep(_lines, line);
            Report(Event(BuildEventKind.Log, line));
        }
    }

    private void Begin(Match step)
    {
        Complete();
        _lines.Clear();
        _number = int.Parse(step.Groups["number"].Value, CultureInfo.InvariantCulture);
        _count = int.Parse(step.Groups["count"].Value, CultureInfo.InvariantCulture);
        _step = $"[{step.Groups["number"].Value}/{step.Groups["count"].Value}] {step.Groups["text"].Value}";
        Report(Event(BuildEventKind.Started, _step));
    }

    private void Complete()
    {
        if (_step is not null)
        {
            Report(Event(BuildEventKind.Completed, _step));
            _step = null;
        }
    }

    private BuildEvent Event(BuildEventKind kind, string text) =>
        new() { Kind = kind, Text = text, Step = _number, Steps = _count, StepsDone = kind == BuildEventKind.Completed ? _number : Math.Max(0, _number - 1) };
}
