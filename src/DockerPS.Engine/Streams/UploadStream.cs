using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// The body of a request, sent in chunks on a connection of its own, blocking. An engine may answer before the end: a refusal throws at once; after a success it gets the rest as long as it takes it.
/// </summary>
internal sealed class UploadStream : Stream
{
    private const int PendingLength = 64 * 1024;

    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] s_lineEnd = [(byte)'\r', (byte)'\n'];
    private static readonly byte[] s_end = [(byte)'0', (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];

    private readonly HotStream _connection;
    private readonly Subject _subject;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _cancel;
    private readonly byte[] _pending = new byte[PendingLength];
    private int _pendingLength;
    private readonly object _answerLock = new();
    private volatile bool _ended;
    private volatile Exception? _refusal;
    private bool _answered;
    private bool _takesNoMore;

    private UploadStream(HotStream connection, Subject subject, CancellationToken cancel)
    {
        _connection = connection;
        _subject = subject;
        _cancel = cancel;
        _stop = cancel.Register(connection.Dispose);
        _ = Task.Factory.StartNew(WatchForAnswer, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Dials and sends the request's head.</summary>
    /// <param name="endpoint">Where the engine is.</param>
    /// <param name="request">The request, whose body is chunked.</param>
    /// <param name="subject">What the request is about, for the failure.</param>
    /// <param name="cancel">Ends the upload.</param>
    public static UploadStream Open(EngineEndpoint endpoint, HotRequest request, Subject subject, CancellationToken cancel) =>
        new(HotStream.Begin(endpoint, request, cancel), subject, cancel);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        // Small pieces are gathered; large ones go as they are.
        if (count > PendingLength - _pendingLength)
        {
            Flush();
        }

        if (count > PendingLength)
        {
            Send(buffer, offset, count);
        }
        else
        {
            Buffer.BlockCopy(buffer, offset, _pending, _pendingLength, count);
            _pendingLength += count;
        }
    }

    public override void Flush()
    {
        if (_pendingLength > 0)
        {
            Send(_pending, 0, _pendingLength);
            _pendingLength = 0;
        }
    }

    /// <summary>Ends the body and reads the head of the answer; one that refuses throws.</summary>
    /// <returns>The connection, whose answer's body may be read; it ends with this stream.</returns>
    public HotStream Finish()
    {
        Flush();

        // One that has the archive's end may have closed already, and take this no more.
        _connection.Write(s_end, 0, s_end.Length);
        ThrowRefusal();
        return _connection;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ended = true;
            _stop.Dispose();
            _connection.Dispose();
        }

        base.Dispose(disposing);
    }

    // One that has refused may read no more, and yet hold the connection: then a write would never end.
    private void WatchForAnswer()
    {
        while (!_ended)
        {
            if (_connection.WaitForAnswer(WatchInterval))
            {
                if (TakeAnswer() is not null)
                {
                    _connection.EndWriting();
                }

                return;
            }
        }
    }

    private void Send(byte[] buffer, int offset, int count)
    {
        if (_takesNoMore)
        {
            return;
        }

        var size = Encoding.ASCII.GetBytes(count.ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "\r\n");
        if (_refusal is not null
            || !_connection.Write(size, 0, size.Length)
            || !_connection.Write(buffer, offset, count)
            || !_connection.Write(s_lineEnd, 0, s_lineEnd.Length))
        {
            _takesNoMore = true;
            ThrowRefusal();
        }
    }

    private void ThrowRefusal()
    {
        var refusal = TakeAnswer();
        _cancel.ThrowIfCancellationRequested();
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    // Reads the head of the answer, once. Where the engine said nothing, the connection broke.
    private Exception? TakeAnswer()
    {
        lock (_answerLock)
        {
            if (!_answered)
            {
                _answered = true;
                try
                {
                    _connection.ReadAnswer(_subject);
                }
                catch (Exception failure)
                {
                    _refusal = Failures.OfConnection(failure, _connection.Endpoint, CancellationToken.None) ?? failure;
                }
            }

            return _refusal;
        }
    }
}
