using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Cmdlets.Registries;

/// <summary>An HTTP server on 127.0.0.1 in a registry's place, for what no real one of ours does: token services, searches, links that lead astray.</summary>
internal sealed class ScriptedRegistry : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Target, string Authorization, string Body)> _requests = new();
    private readonly Func<ScriptedRegistry, string, string, string> _answer;
    private readonly Task _serving;

    /// <param name="answer">Gives the whole answer (see <see cref="Answer"/>) to a request, of which it gets method and path, and the authorization.</param>
    public ScriptedRegistry(Func<ScriptedRegistry, string, string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>All requests so far: method and path, what was shown, and what came with it.</summary>
    public IReadOnlyList<(string Target, string Authorization, string Body)> Requests => [.. _requests];

    public static string Answer(int status, string json, params string[] fields) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n{string.Concat(fields.Select(field => field + "\r\n"))}\r\n{json}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    // Engines open connections in advance that they say nothing on: each is served by itself.
    private async Task ServeAsync()
    {
        var served = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception failure) when (IsEnd(failure))
            {
                // The test is over.
            }
        }

        await Task.WhenAll(served);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await ServeAsync(client.GetStream());
            }
            catch (Exception failure) when (IsEnd(failure))
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static bool IsEnd(Exception failure) => failure is OperationCanceledException or SocketException or IOException or ObjectDisposedException;

    private async Task ServeAsync(NetworkStream stream)
    {
        var first = new byte[1];
        if (await stream.ReadAsync(first, _stop.Token) == 0 || first[0] == 22)
        {
            // A TLS handshake: this server has none.
            return;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var target = (char)first[0] + (await reader.ReadLineAsync(_stop.Token))!;
        var (authorization, length) = ("", 0);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            authorization = line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase) ? line[15..] : authorization;
            length = line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase) ? int.Parse(line[16..], CultureInfo.InvariantCulture) : length;
        }

        // To read nothing would wait for something all the same.
        var body = new char[length];
        if (length > 0)
        {
            await reader.ReadBlockAsync(body, _stop.Token);
        }

        target = target[..target.LastIndexOf(' ')];
        _requests.Enqueue((target, authorization, new string(body)));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(this, target, authorization)), _stop.Token);
    }
}
