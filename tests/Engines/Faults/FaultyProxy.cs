using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>
/// A unix socket before a real engine's. All passes unchanged, but for the requests that a test wants to go wrong.
/// Patterns are regular expressions on method and path: <c>^POST /v[0-9.]+/containers/create</c>.
/// </summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly string _engineSocketPath;
    private readonly SocketListener _listener;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Lock _sync = new();
    private Fault[] _faults = [];
    private volatile bool _closesConnections;

    private FaultyProxy(string engineSocketPath)
    {
        _engineSocketPath = engineSocketPath;
        _listener = new SocketListener(ServeAsync);
    }

    public string SocketPath => _listener.SocketPath;

    /// <summary>What DOCKER_HOST says: <c>unix:///...</c>.</summary>
    public string Host => _listener.Host;

    /// <summary>Connections that neither side has closed. A client may keep some for its next requests.</summary>
    public int OpenConnections => _listener.OpenConnections;

    public int AcceptedConnections => _listener.AcceptedConnections;

    /// <summary>Method and path of each request so far, refused ones too.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>While true, a connection is taken and closed at once.</summary>
    public bool ClosesConnections
    {
        get => _closesConnections;
        set => _closesConnections = value;
    }

    public static FaultyProxy Start(string engineSocketPath) => new(engineSocketPath);

    public static FaultyProxy Start(TestEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return new(engine.SocketPath);
    }

    /// <summary>Answers with a status and an engine's error message.</summary>
    public Fault Refuse(string pattern, int status, string message, int times = int.MaxValue) =>
        Add(new Fault(pattern, times) { Answer = RawAnswer.Refusal(status, message) });

    /// <summary>Answers with these bytes, whatever they are.</summary>
    public Fault Answer(string pattern, byte[] answer, int times = int.MaxValue) => Add(new Fault(pattern, times) { Answer = answer });

    /// <summary>Closes the connection when the engine's answer, head included, has come so far.</summary>
    public Fault Cut(string pattern, long afterBytes, int times = int.MaxValue) => Add(new Fault(pattern, times) { PassedBytes = afterBytes });

    /// <summary>Goes silent when the engine's answer, head included, has come so far.</summary>
    public Fault Stall(string pattern, long afterBytes = 0, int times = int.MaxValue) =>
        Add(new Fault(pattern, times) { PassedBytes = afterBytes, Stall = true });

    /// <summary>Closes the connection at the request, which the engine never sees.</summary>
    public Fault Close(string pattern, int times = int.MaxValue) => Add(new Fault(pattern, times) { Close = true });

    /// <summary>Holds the request back for a time.</summary>
    public Fault Delay(string pattern, TimeSpan delay, int times = int.MaxValue) => Add(new Fault(pattern, times) { Delay = delay });

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    internal Fault? Meet(string target)
    {
        _requests.Enqueue(target);
        return Volatile.Read(ref _faults).FirstOrDefault(fault => fault.Meets(target));
    }

    private Fault Add(Fault fault)
    {
        lock (_sync)
        {
            // The newest wins.
            _faults = [fault, .. _faults];
        }

        return fault;
    }

    private async Task ServeAsync(Socket client, CancellationToken cancel)
    {
        if (_closesConnections)
        {
            return;
        }

        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engineSocketPath), cancel);
        await using var connection = new ProxiedConnection(this, client, engine, cancel);
        await connection.RunAsync();
    }
}
