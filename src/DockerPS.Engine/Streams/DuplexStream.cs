using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// A process's outputs and standard input over one connection that can be closed half: the end of the input leaves the outputs open.
/// </summary>
internal sealed class DuplexStream : IProcessStream
{
    // What engines say in the place of an output when there is nothing to start.
    private static readonly string[] Refusals =
        ["OCI runtime exec failed", "unable to find user", "unable to find group", "no matching entries in", "encountered an error during"];

    private static readonly string[] PodmanRefusals = ["OCI runtime attempted to invoke a command that was not found", "OCI permission denied", "OCI runtime error"];

    // Podman tells what becomes of its own connection to the process too.
    private const string PodmanError = "Error: ";
    private const string PodmanAftermath = PodmanError + "read unixpacket";

    private readonly HotStream _stream;
    private readonly FrameReader _frames;
    private readonly ProcessControl _control;
    private readonly IDisposable? _beside;
    private readonly PartialLine?[] _partial = new PartialLine?[3];
    private byte[]? _said;
    private ContainerLogStream _saidOn;
    private bool _begun;

    /// <summary>Makes the stream.</summary>
    /// <param name="stream">The open connection.</param>
    /// <param name="framed">The outputs come in frames; without a terminal they do.</param>
    /// <param name="what">Whose outputs they are, for a failure.</param>
    /// <param name="control">What can be asked of the process.</param>
    /// <param name="beside">What ends with the stream.</param>
    public DuplexStream(HotStream stream, bool framed, string what, ProcessControl control, IDisposable? beside = null)
    {
        _stream = stream;
        _frames = new FrameReader(stream, framed, "output of the " + what);
        _control = control;
        _beside = beside;
    }

    public bool Read(ICollection<OutputLine> lines, ICollection<byte[]>? output)
    {
        var (linesBefore, outputBefore) = (lines.Count, output?.Count);
        while (Fill())
        {
            while (_frames.TryTake(out var stream, out var payload))
            {
                Take(stream, payload, lines, output);
            }

            if (lines.Count > linesBefore || output?.Count > outputBefore)
            {
                return true;
            }
        }

        EndPartialLines(lines);
        return lines.Count > linesBefore;
    }

    public bool Write(byte[] buffer, int offset, int count) => _stream.Write(buffer, offset, count);

    public void EndInput() => _stream.EndWriting();

    public Task ResizeAsync(int rows, int columns, CancellationToken cancel) => _control.Resize(rows, columns, cancel);

    public Task<bool> IsRunningAsync(CancellationToken cancel) => _control.Runs(cancel);

    public async Task<int> ExitCodeAsync(ICollection<OutputLine> lines, ICollection<byte[]>? output, CancellationToken cancel)
    {
        var exitCode = await _control.ExitCode(_said is null ? null : Reason(Utf8Text.Of(_said)), cancel).ConfigureAwait(false);
        if (_said is { } held)
        {
            _said = null;
            Take(_saidOn, held, lines, output);
        }

        return exitCode;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _beside?.Dispose();
    }

    private bool Fill()
    {
        try
        {
            return _frames.Fill();
        }
        catch (DockerException failure) when (failure.Error == DockerError.ConnectionLost && _frames.Rest.IsEmpty)
        {
            // So a connection ends too when the process did not read all of its input. Whether it was the end the engine is asked.
            return false;
        }
    }

    private void Take(ContainerLogStream stream, ReadOnlySpan<byte> payload, ICollection<OutputLine> lines, ICollection<byte[]>? output)
    {
        if (!_begun)
        {
            // Whether these are the engine's words or the process's is known when nothing follows them.
            _begun = true;
            if (MayBeRefusal(payload))
            {
                _said = payload.ToArray();
                _saidOn = stream;
                return;
            }
        }
        else if (_said is { } held)
        {
            if (Utf8Text.Of(payload).StartsWith(PodmanAftermath, StringComparison.Ordinal))
            {
                _said = [.. held, .. payload];
                return;
            }

            _said = null;
            Take(_saidOn, held, lines, output);
        }

        if (output is not null && stream == ContainerLogStream.StdOut)
        {
            output.Add(payload.ToArray());
        }
        else
        {
            TakeLines(stream, payload, lines);
        }
    }

    private static bool MayBeRefusal(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 2 || payload[payload.Length - 1] != '\n')
        {
            return false;
        }

        var words = payload[payload.Length - 2] == '\r' ? Refusals : payload[0] == PodmanError[0] ? PodmanRefusals : [];
        if (words.Length == 0)
        {
            return false;
        }

        var text = Utf8Text.Of(payload);
        return (words == Refusals || text.StartsWith(PodmanError, StringComparison.Ordinal))
            && Array.Exists(words, word => text.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    private static string Reason(string said)
    {
        if (!said.StartsWith(PodmanError, StringComparison.Ordinal))
        {
            return said.Trim();
        }

        var aftermath = said.IndexOf(PodmanAftermath, StringComparison.Ordinal);
        return said.Substring(PodmanError.Length, (aftermath < 0 ? said.Length : aftermath) - PodmanError.Length).Trim();
    }

    private void TakeLines(ContainerLogStream stream, ReadOnlySpan<byte> payload, ICollection<OutputLine> lines)
    {
        ref var partial = ref _partial[(int)stream];
        for (var newline = payload.IndexOf((byte)'\n'); newline >= 0; newline = payload.IndexOf((byte)'\n'))
        {
            var line = payload.Slice(0, newline);
            payload = payload.Slice(newline + 1);
            if (partial is not null)
            {
                partial.Append(line);
                line = partial.Bytes;
            }

            lines.Add(new OutputLine(stream, Utf8Text.OfLine(line)));
            partial = null;
        }

        if (payload.Length > 0)
        {
            (partial ??= new PartialLine(default)).Append(payload);
        }
    }

    private void EndPartialLines(ICollection<OutputLine> lines)
    {
        for (var stream = 1; stream < _partial.Length; stream++)
        {
            if (_partial[stream] is { } rest)
            {
                _partial[stream] = null;
                lines.Add(new OutputLine((ContainerLogStream)stream, Utf8Text.Of(rest.Bytes)));
            }
        }
    }
}
