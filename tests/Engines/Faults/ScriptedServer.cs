using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>
/// A unix socket that answers as a test says: for engines that nobody can start, such as one that is too old or answers nonsense.
/// A request that nothing was said about gets a 404.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly SocketListener _listener;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Lock _sync = new();
    private (Regex Pattern, byte[]? Answer, bool Close)[] _script = [];

    private ScriptedServer() => _listener = new SocketListener(ServeAsync);

    public string SocketPath => _listener.SocketPath;

    /// <summary>What DOCKER_HOST says: <c>unix:///...</c>.</summary>
    public string Host => _listener.Host;

    public int OpenConnections => _listener.OpenConnections;

    public int AcceptedConnections => _listener.AcceptedConnections;

    /// <summary>Method and path of each request so far.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static ScriptedServer Start() => new();

    /// <summary>Answers a ping as an engine of this API version does.</summary>
    public ScriptedServer AnswerPing(string apiVersion) =>
        Answer("^(GET|HEAD) (/v[0-9.]+)?/_ping", Encoding.Latin1.GetBytes(
            $"HTTP/1.1 200 OK\r\nApi-Version: {apiVersion}\r\nOstype: linux\r\nServer: Docker/0.0\r\nContent-Length: 0\r\n\r\n"));

    /// <summary>Answers with a status and JSON (or what a test takes for it).</summary>
    public ScriptedServer AnswerJson(string pattern, int status, string json) => Answer(pattern, RawAnswer.Text($"{status}", json));

    /// <summary>Answers with these bytes, and closes the connection then, if wished.</summary>
    public ScriptedServer Answer(string pattern, byte[] answer, bool close = false) => Add(pattern, answer, close);

    /// <summary>Answers nothing, and keeps the connection.</summary>
    public ScriptedServer StaySilent(string pattern) => Add(pattern, answer: null, close: false);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private ScriptedServer Add(string pattern, byte[]? answer, bool close)
    {
        lock (_sync)
        {
            // The newest wins.
            _script = [(new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), answer, close), .. _script];
        }

        return this;
    }

    private async Task ServeAsync(Socket client, CancellationToken cancel)
    {
        await using var stream = new NetworkStream(client);
        var reader = new RequestReader(stream);
        while (await reader.ReadHeadAsync(cancel) is { } head)
        {
            _requests.Enqueue(head.Target);
            var (pattern, answer, close) = Volatile.Read(ref _script).FirstOrDefault(line => line.Pattern.IsMatch(head.Target));
            if (pattern is not null && answer is null)
            {
                // Until the client gives up.
                await reader.CopyRestAsync(Stream.Null, cancel);
                return;
            }

            await reader.CopyBodyAsync(head, Stream.Null, cancel);
            await stream.WriteAsync(answer ?? RawAnswer.Refusal(404, $"nothing was scripted for {head.Target}"), cancel);
            if (close)
            {
                return;
            }
        }
    }
}
