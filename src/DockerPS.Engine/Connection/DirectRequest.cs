using System;
using System.Threading;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>
/// Requests to an engine of this machine that are asked and answered on the calling thread, each on a connection of its own, which costs next to nothing there. So the first command of a
/// process needs neither the pooled handler nor asynchronous methods, whose compiling would take longer than all else that it does.
/// </summary>
internal sealed class DirectRequest : IDisposable
{
    // A greeting within a request. More would keep threads from the pool.
    private const int Limit = 2;

    private static int s_taken;

    private readonly EngineEndpoint _endpoint;

    private DirectRequest(EngineEndpoint endpoint) => _endpoint = endpoint;

    /// <summary>Takes a place; null where others have them, or the engine is not on this machine.</summary>
    public static DirectRequest? TryBegin(EngineEndpoint endpoint)
    {
        if (endpoint.Address.Scheme is not ("unix" or "npipe"))
        {
            return null;
        }

        if (Interlocked.Increment(ref s_taken) <= Limit)
        {
            return new DirectRequest(endpoint);
        }

        Interlocked.Decrement(ref s_taken);
        return null;
    }

    /// <summary>Asks the engine who it is; null where there is more to its answer than that.</summary>
    public EngineGreeting? Greet(CancellationToken cancel)
    {
        try
        {
            using var connection = HotStream.Open(_endpoint, new HotRequest("GET", "/_ping"), Subject.Engine, cancel);
            connection.Close();
            return Version.TryParse(connection.Header("api-version:"), out var version)
                ? Negotiation.Understand(version, name => connection.Header(name.ToLowerInvariant() + ":"), _endpoint)
                : null;
        }
        catch (DockerException refusal) when (refusal.StatusCode is not null)
        {
            // What refuses may be no engine, or want a login: Negotiation asks again, and tells.
            return null;
        }
    }

    /// <summary>Asks, reads the whole answer, and makes something of its bytes, which are only lent.</summary>
    public T Get<T>(string pathAndQuery, Func<ReadOnlyMemory<byte>, T> make, Subject subject, CancellationToken cancel)
    {
        using var connection = HotStream.Open(_endpoint, new HotRequest("GET", pathAndQuery, Measured: true), subject, cancel);
        using var registration = cancel.Register(connection.Dispose);
        var made = Answers.Read(new AnswerBody(connection), make, _endpoint);
        connection.Close();
        return made;
    }

    public void Dispose() => Interlocked.Decrement(ref s_taken);
}
