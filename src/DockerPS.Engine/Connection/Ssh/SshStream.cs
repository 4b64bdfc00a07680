using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Connection.Ssh;

/// <summary>A connection through an ssh process: what it writes and reads is what the engine at the far side reads and writes. It ends with the process, and the process with it.</summary>
[SuppressMessage("Performance", "CA1844", Justification = "The copy is nothing beside the process.")]
internal sealed class SshStream : Stream
{
    private const int WordsLimit = 4096;

    private readonly Process _process;
    private readonly EngineEndpoint _endpoint;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly StringBuilder _words = new();
    private readonly ManualResetEventSlim _wordsEnded = new();
    private int _disposed;
    private volatile bool _handedOver;
    private volatile bool _answered;

    private SshStream(Process process, EngineEndpoint endpoint)
    {
        _process = process;
        _endpoint = endpoint;
        _input = process.StandardInput.BaseStream;
        _output = process.StandardOutput.BaseStream;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Starts ssh.</summary>
    public static SshStream Start(EngineEndpoint endpoint)
    {
        var start = new ProcessStartInfo("ssh", SshArguments.Line(SshArguments.Of(endpoint)))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new SshStream(Launch(start), endpoint);
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException)
        {
            throw new DockerException(DockerError.SshNotFound, $"For the engine {endpoint.Name} the ssh command is needed, and can't be started: {failure.Message}", failure)
            { Engine = endpoint.Name };
        }
    }

    /// <summary>The engine has answered: what ends the connection from now on is no failure to log in.</summary>
    public void Answered() => _answered = true;

    /// <summary>
    /// The connection goes to a pool. Its end is a plain end from now on for asynchronous calls: so a pool sees that a connection died while nobody used it, and dials anew.
    /// </summary>
    public void HandOver() => _handedOver = true;

    /// <summary>Tells the far side that nothing more is written; what it says is read on.</summary>
    public void EndWriting() => _input.Dispose();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _output.Read(buffer, offset, count);
        return read > 0 || count == 0 ? read : End();
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(Dispose);
        try
        {
            var read = await _output.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
            return read > 0 || count == 0 || _handedOver ? read : End();
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _input.Write(buffer, offset, count);
        _input.Flush();
    }

    public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(Dispose);
        try
        {
            await _input.WriteAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
            await _input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (IOException) when (!_handedOver)
        {
            // ssh has gone; why, it said itself.
            _ = End();
            throw;
        }
    }

    public override void Flush()
    {
        // Every write is flushed.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            try
            {
                _process.Kill();
            }
            catch (Exception failure) when (failure is InvalidOperationException or Win32Exception)
            {
                // It has ended by itself.
            }

            // Reaps it too.
            _ = Task.Run(() =>
            {
                _process.WaitForExit(5000);
                _process.Dispose();
            });
        }

        base.Dispose(disposing);
    }

    /// <summary>What an end means: an end of the answer, or of ssh.</summary>
    private int End()
    {
        try
        {
            // Its output is closed, so it is on its way out.
            if (_process.WaitForExit(2000))
            {
                // Its last words may still be on their way; a connection that ssh shares with later ones keeps them open for good.
                _wordsEnded.Wait(500);
                return Volatile.Read(ref _disposed) != 0 ? 0 : _process.ExitCode == 0 ? 0 : throw SshFailure.Of(_process.ExitCode, Words(), _endpoint, _answered);
            }
        }
        catch (InvalidOperationException failure)
        {
            throw new ObjectDisposedException(nameof(SshStream), failure);
        }

        return 0;
    }

#if NETFRAMEWORK
    // .NET Framework writes the mark of the console's encoding ahead of all else, where that has one.
    private static Process Launch(ProcessStartInfo start)
    {
        var encoding = Console.InputEncoding;
        if (encoding.GetPreamble().Length == 0)
        {
            return Process.Start(start);
        }

        Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            return Process.Start(start);
        }
        finally
        {
            Console.InputEncoding = encoding;
        }
    }
#else
    private static Process Launch(ProcessStartInfo start) => Process.Start(start)!;
#endif

    private string Words()
    {
        lock (_words)
        {
            return string.Join(" ", _words.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            _wordsEnded.Set();
            return;
        }

        lock (_words)
        {
            if (_words.Length < WordsLimit)
            {
                _words.Append(line).Append('\n');
            }
        }
    }
}
