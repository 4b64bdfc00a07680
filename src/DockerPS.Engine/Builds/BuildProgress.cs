using System;
using System.Collections.Generic;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>What is known of a build while its answer comes.</summary>
internal abstract class BuildProgress(Action<BuildEvent>? report)
{
    /// <summary>How many lines of a step are kept for the case that it fails.</summary>
    protected const int KeptLines = 20;

    /// <summary>The new image's id, as soon as the builder has said it; without it a stream's end is a cut.</summary>
    public string? ImageId { get; protected set; }

    /// <summary>Hears a message that is no error.</summary>
    public abstract void Hear(BuildMessage message);

    /// <summary>The step that an error is about; null where no step is known.</summary>
    /// <param name="exitCode">The exit code, where the error has one.</param>
    public abstract BuildStep? FailedStep(int? exitCode);

    protected void Report(BuildEvent happened) => report?.Invoke(happened);

    protected static void Keep(Queue<string> lines, string line)
    {
        lines.Enqueue(line);
        if (lines.Count > KeptLines)
        {
            lines.Dequeue();
        }
    }
}
