using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerPS.Engine;
using Google.Protobuf;

namespace DockerPS.Builds;

/// <summary>Reads BuildKit's traces: steps that run side by side, each with its output.</summary>
internal sealed class BuildKitProgress(Action<BuildEvent>? report) : BuildProgress(report)
{
    private const string Trace = "moby.buildkit.trace";
    private const string Image = "moby.image.id";

    private readonly Dictionary<string, BuildKitStep> _steps = new(StringComparer.Ordinal);

    public override void Hear(BuildMessage message)
    {
        if (message.Id == Image && message.Auxiliary is { ValueKind: JsonValueKind.Object } said && said.TryGetProperty("ID", out var id))
        {
            ImageId = id.GetString();
        }
        else if (message.Id == Trace && message.Auxiliary is { ValueKind: JsonValueKind.String } trace)
        {
            try
            {
                Hear(BuildTrace.Read(trace.GetBytesFromBase64()));
            }
            catch (Exception failure) when (failure is InvalidProtocolBufferException or FormatException)
            {
                throw new DockerException(DockerError.InvalidAnswer, $"What BuildKit says of the build can't be understood: {failure.Message}", failure);
            }
        }
    }

    // What failed first made others be given up.
    public override BuildStep? FailedStep(int? exitCode)
    {
        var failed = _steps.Values.Where(step => step.Error.Length > 0).ToList();
        return (failed.Find(step => step.Error.IndexOf("context canceled", StringComparison.Ordinal) < 0) ?? failed.FirstOrDefault())?.ToStep(exitCode);
    }

    private void Hear(BuildTrace trace)
    {
        foreach (var vertex in trace.Vertices)
        {
            if (!_steps.TryGetValue(vertex.Digest, out var step))
            {
                _steps.Add(vertex.Digest, step = new BuildKitStep(vertex.Name, _steps.Count + 1));
            }

            foreach (var kind in step.Hear(vertex))
            {
                Report(Event(kind, step, step.Name));
            }
        }

        foreach (var log in trace.Logs)
        {
            if (_steps.TryGetValue(log.Vertex, out var step))
            {
                foreach (var line in step.Hear(log.Text))
                {
                    Report(Event(BuildEventKind.Log, step, line));
                }
            }
        }

        foreach (var warning in trace.Warnings)
        {
            var parts = warning.Details.Prepend(warning.Text).Append(warning.Url).Where(part => part.Length > 0);
            Report(new BuildEvent { Kind = BuildEventKind.Warning, Text = string.Join(" ", parts) });
        }
    }

    private BuildEvent Event(BuildEventKind kind, BuildKitStep step, string text) => new()
    {
        Kind = kind,
        Text = text,
        Step = step.Number,
        Steps = _steps.Count,
        StepsDone = _steps.Values.Count(one => one.IsCompleted),
    };
}
