using System;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// A connection for one answer: dialled for it, blocking, its body without chunks and ending with the connection. One asynchronous
/// operation would make the socket non-blocking for good, and reads of many small pieces several times slower.
/// </summary>
internal sealed class HotStream : IDisposable
{
    private const int HeadLimit = 64 * 1024;

    private readonly DialedStream _connection;
    private readonly Stream _stream;
    private readonly Socket? _socket;
    private readonly EngineEndpoint _endpoint;
    private readonly byte[] _head = new byte[8 * 1024];
    private string[] _headLines = [];
    private int _headStart;
    private int _headEnd;
    private int _disposed;

    private HotStream(DialedStream connection, EngineEndpoint endpoint)
    {
        _connection = connection;
        _stream = connection.Stream;
        _socket = connection.Direct;
        _endpoint = endpoint;
    }

    /// <summary>The answer's content type; empty where the engine named none.</summary>
    public string ContentType { get; private set; } = "";

    public EngineEndpoint Endpoint => _endpoint;

    /// <summary>Waits for something to come that was not read yet, or for the other side's end.</summary>
    /// <returns>False when nothing did in that time, and where that can't be told.</returns>
    public bool WaitForAnswer(TimeSpan limit)
    {
        if (_socket is null)
        {
            Thread.Sleep(limit);
            return false;
        }

        try
        {
            return _socket.Poll((int)limit.TotalMilliseconds * 1000, SelectMode.SelectRead);
        }
        catch (Exception failure) when (failure is ObjectDisposedException or SocketException)
        {
            return true;
        }
    }

    /// <summary>Dials, asks, and reads the answer's head.</summary>
    public static HotStream Open(EngineEndpoint endpoint, HotRequest request, Subject subject, CancellationToken cancel) =>
        Dial(endpoint, opened => opened.Ask(request, subject), cancel);

    /// <summary>Dials and sends a request's head: its body follows by <see cref="Write"/>, and then <see cref="ReadAnswer"/>.</summary>
    public static HotStream Begin(EngineEndpoint endpoint, HotRequest request, CancellationToken cancel) =>
        Dial(endpoint, opened => opened.Send(request), cancel);

    /// <summary>Reads the head of an answer that is there already.</summary>
    public static HotStream Take(DialedStream connection, EngineEndpoint endpoint, Subject subject)
    {
        var taken = new HotStream(connection, endpoint);
        taken.ReadAnswer(subject);
        return taken;
    }

    /// <summary>A header of the answer; empty where it is missing.</summary>
    /// <param name="name">The name in lower case, with its colon.</param>
    public string Header(string name) => RefusalText.Header(_headLines, name);

    private static HotStream Dial(EngineEndpoint endpoint, Action<HotStream> begin, CancellationToken cancel)
    {
        HotStream? opened = null;
        try
        {
            opened = new HotStream(Dialer.Dial(endpoint, cancel), endpoint);
            using var registration = cancel.Register(opened.Dispose);
            begin(opened);
            cancel.ThrowIfCancellationRequested();
            return opened;
        }
        catch (Exception failure)
        {
            opened?.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw Failures.OfConnection(failure, endpoint, cancel) ?? failure;
        }
    }

    /// <summary>Reads what has come, as soon as something has.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_headEnd > _headStart)
        {
            var kept = Math.Min(count, _headEnd - _headStart);
            Buffer.BlockCopy(_head, _headStart, buffer, offset, kept);
            _headStart += kept;
            return kept;
        }

        try
        {
            return _socket is not null ? _socket.Receive(buffer, offset, count, SocketFlags.None) : _stream.Read(buffer, offset, count);
        }
        catch (Exception failure) when (Volatile.Read(ref _disposed) != 0)
        {
            throw new OperationCanceledException("The stream was closed while it was read.", failure);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, _endpoint, CancellationToken.None) is { } known)
        {
            throw known;
        }
    }

    /// <summary>Writes all of it, while another thread may read.</summary>
    /// <returns>False when the other side takes nothing any more.</returns>
    public bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            for (var socket = _socket; socket is not null && count > 0;)
            {
                var sent = socket.Send(buffer, offset, count, SocketFlags.None);
                offset += sent;
                count -= sent;
            }

            if (_socket is null)
            {
                _stream.Write(buffer, offset, count);
            }

            return true;
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Tells the other side that nothing more is written; what it says is read on.</summary>
    public void EndWriting()
    {
        try
        {
            _connection.EndWriting();
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            // The other side has gone already: its end is read.
        }
    }

    /// <summary>Ends a connection that nobody reads any more.</summary>
    public void Close()
    {
        Volatile.Write(ref _disposed, 1);
        _connection.Close();
    }

    /// <summary>Ends the connection, also under a read on another thread.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _disposed, 1);
        _connection.Dispose();
    }

    private void Ask(HotRequest request, Subject subject)
    {
        Send(request);
        ReadAnswer(subject);
    }

    private void Send(HotRequest request)
    {
        // In one piece: a server that is shown the head alone may wait a while for the rest.
        byte[] whole = [.. request.Head(_endpoint), .. request.Body ?? []];
        _stream.Write(whole, 0, whole.Length);
    }

    /// <summary>Reads the answer's head; one that refuses throws.</summary>
    public void ReadAnswer(Subject subject)
    {
        var lines = ReadHead().Split(["\r\n"], StringSplitOptions.None);
        var words = lines[0].Split([' '], 3);
        if (words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The engine {_endpoint.Name} answered with '{lines[0]}', which is not HTTP.");
        }

        _headLines = lines;
        ContentType = RefusalText.Header(lines, "content-type:");
        if (status >= 400)
        {
            throw Failures.OfStatus(status, RefusalText.Read(lines, Read), subject, _endpoint);
        }
    }

    private string ReadHead()
    {
        var head = new StringBuilder();
        while (head.Length < HeadLimit)
        {
            var read = _stream.Read(_head, 0, _head.Length);
            if (read == 0)
            {
                throw Failures.Lost(_endpoint, inner: null);
            }

            var before = head.Length;
            head.Append(Encoding.ASCII.GetString(_head, 0, read));
            var text = head.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                _headStart = end + 4 - before;
                _headEnd = read;
                return text.Substring(0, end);
            }
        }

        throw new DockerException(DockerError.InvalidAnswer, $"The head of the answer of the engine {_endpoint.Name} is too long.");
    }
}
