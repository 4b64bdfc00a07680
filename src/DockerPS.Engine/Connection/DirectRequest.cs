using System;
using System.Threading;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>
/// Requests to an engine of this machine that are asked and answered on the calling thread, each on a connection of its own, which costs next to nothing there. The first command of a
/// process so needs neither the pooled handler nor asynchronous methods, whose compiling takes longer than all else that it does. One at a time: many would keep threads from the pool.
/// </summary>
internal sealed class DirectRequest : IDisposable
{
    private static int s_taken;

    private readonly EngineEndpoint _endpoint;

    private DirectRequest(EngineEndpoint endpoint) => _endpoint = endpoint;

    /// <summary>Takes the place; null where another has it, or the engine is not on this machine.</summary>
    public static DirectRequest? TryBegin(EngineEndpoint endpoint) =>
        IsNear(endpoint) && Interlocked.CompareExchange(ref s_taken, 1, 0) == 0 ? new DirectRequest(endpoint) : null;

    /// <summary>Asks an engine of this machine who it is; null where there is more to it than an answer that says so.</summary>
    public static EngineGreeting? Greet(EngineEndpoint endpoint, CancellationToken cancel)
    {
        if (!IsNear(endpoint))
        {
            return null;
        }

        using var connection = HotStream.Open(endpoint, new HotRequest("GET", "/_ping"), Subject.Engine, cancel);
        return Version.TryParse(connection.Header("api-version:"), out var version)
            ? Negotiation.Understand(version, name => connection.Header(name.ToLowerInvariant() + ":"), endpoint)
            : null;
    }

    /// <summary>Asks, reads the whole answer, and makes something of its bytes, which are only lent.</summary>
    public T Get<T>(string pathAndQuery, Func<ReadOnlyMemory<byte>, T> make, Subject subject, CancellationToken cancel)
    {
        using var connection = HotStream.Open(_endpoint, new HotRequest("GET", pathAndQuery, Measured: true), subject, cancel);
        using var registration = cancel.Register(connection.Dispose);
        return Answers.Read(new AnswerBody(connection), make, _endpoint);
    }

    public void Dispose() => Volatile.Write(ref s_taken, 0);

    private static bool IsNear(EngineEndpoint endpoint) => endpoint.Address.Scheme is "unix" or "npipe";
}
