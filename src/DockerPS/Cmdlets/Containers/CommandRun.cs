using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Follows one command to its end: passes its input on, writes its output in its turn, and says with what it ended.</summary>
internal sealed class CommandRun(WorkItem item, CommandShape shape)
{
    /// <summary>How many of the last lines of standard error an error shows.</summary>
    private const int LinesShown = 20;

    private readonly OutputBound _bound = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly Queue<string> _lastErrors = new();
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private string _container = "";
    private bool _hasSaidWhy;

    /// <summary>Follows the command.</summary>
    /// <param name="stream">Its streams; closed at the end.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="cancel">Closes the streams.</param>
    /// <exception cref="DockerException">It failed, or its output broke off.</exception>
    public async Task FollowAsync(IProcessStream stream, string container, IDockerEngine engine, CancellationToken cancel)
    {
        using var closing = stream;
        _container = container;
        using var stop = cancel.Register(() =>
        {
            stream.Dispose();
            _bound.Open();
        });
        try
        {
            // Blocking reads and writes, each on a thread of their own: see IProcessStream.
            if (shape.Input is not null)
            {
                _ = Task.Factory.StartNew(() => PassInput(stream, shape.Input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            await Task.Factory.StartNew(() => PassOutput(stream), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
            var (lines, bytes) = Batch();
            var exitCode = await stream.ExitCodeAsync(lines, bytes, cancel).ConfigureAwait(false);
            Take(lines, bytes);
            End(exitCode, container, engine);
        }
        finally
        {
            shape.Input?.Close();
        }
    }

    private static void PassInput(IProcessStream stream, StandardInput input)
    {
        var buffer = new byte[64 * 1024];
        int count;
        do
        {
            count = input.Take(ref buffer);
        }
        while (count > 0 && stream.Write(buffer, 0, count));

        if (count == 0)
        {
            stream.EndInput();
        }

        // A process need not read all that it is given: what comes now is dropped.
        input.Close();
    }

    private void PassOutput(IProcessStream stream)
    {
        var (lines, bytes) = Batch();
        while (stream.Read(lines, bytes))
        {
            Take(lines, bytes);
            (lines, bytes) = Batch();
        }
    }

    private (List<OutputLine> Lines, List<byte[]>? Bytes) Batch() => ([], shape.Form == OutputForm.Bytes ? [] : null);

    private void Take(List<OutputLine> lines, List<byte[]>? bytes)
    {
        foreach (var line in lines)
        {
            if (shape.Form == OutputForm.Result)
            {
                (line.Stream == ContainerLogStream.StdErr ? _errors : _output).Add(line.Text);
            }
            else if (line.Stream == ContainerLogStream.StdErr)
            {
                _lastErrors.Enqueue(line.Text);
                if (_lastErrors.Count > LinesShown)
                {
                    _lastErrors.Dequeue();
                }
            }
            else if (shape.Form == OutputForm.Objects)
            {
                _hasSaidWhy |= ScriptAnswer.IsEnd(line.Text);
            }
        }

        if (shape.Form != OutputForm.Result && (lines.Count > 0 || bytes is { Count: > 0 }))
        {
            var size = lines.Sum(line => line.Text.Length + 32) + (bytes?.Sum(part => part.Length) ?? 0);
            _bound.Enter(size);
            item.Do(cmdlet => Write(cmdlet, lines, bytes, size));
        }
    }

    private void Write(Cmdlet cmdlet, List<OutputLine> lines, List<byte[]>? bytes, int size)
    {
        _bound.Leave(size);
        foreach (var part in bytes ?? [])
        {
            cmdlet.WriteObject(part, enumerateCollection: false);
        }

        foreach (var line in lines)
        {
            if (line.Stream == ContainerLogStream.StdErr)
            {
                // Only messages of this kind with this tag are shown without being asked for.
                cmdlet.WriteInformation(new HostInformationMessage { Message = line.Text }, ["PSHOST", "StdErr"]);
            }
            else if (shape.Form == OutputForm.Objects)
            {
                ScriptAnswer.Write(cmdlet, line.Text, _container);
            }
            else
            {
                cmdlet.WriteObject(line.Text);
            }
        }
    }

    private void End(int exitCode, string container, IDockerEngine engine)
    {
        item.Do(_ => shape.SetExitCode(exitCode));
        if (shape.Form == OutputForm.Result)
        {
            item.Write(new ContainerCommandResult
            {
                ExitCode = exitCode,
                Output = [.. _output],
                Error = [.. _errors],
                Duration = _time.Elapsed,
                Container = container,
                Engine = engine.Endpoint.Name,
            });
        }
        else if (exitCode != 0 && !_hasSaidWhy)
        {
            var shown = _lastErrors.Count == 0 ? "." : ":" + Environment.NewLine + string.Join(Environment.NewLine, _lastErrors);
            throw new DockerException(DockerError.CommandFailed, $"{shape.Title} {container} ended with exit code {exitCode}{shown}")
            { Engine = engine.Endpoint.Name, ExitCode = exitCode };
        }
    }
}
