using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>
/// One connection through a <see cref="FaultyProxy"/>. Requests are told apart; answers are only counted: no client sends a request before
/// the last answer has ended, so what comes after a request belongs to it.
/// </summary>
internal sealed class ProxiedConnection : IAsyncDisposable
{
    private readonly FaultyProxy _proxy;
    private readonly Socket _engineSocket;
    private readonly NetworkStream _client;
    private readonly NetworkStream _engine;
    private readonly Socket _clientSocket;
    private readonly CancellationTokenSource _ending;
    private long _left = long.MaxValue;
    private volatile bool _stalls;

    public ProxiedConnection(FaultyProxy proxy, Socket client, Socket engine, CancellationToken cancel)
    {
        _proxy = proxy;
        _clientSocket = client;
        _engineSocket = engine;
        _client = new NetworkStream(client);
        _engine = new NetworkStream(engine);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    }

    public async Task RunAsync()
    {
        var answers = PassAnswersAsync();
        var requests = PassRequestsAsync();
        try
        {
            // A client that has sent all may still be reading; an engine that has answered all has nothing to read.
            if (await Task.WhenAny(answers, requests) == requests && await requests && !_stalls)
            {
                await answers;
            }
        }
        finally
        {
            await _ending.CancelAsync();
            await Task.WhenAll(answers, requests).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _engine.DisposeAsync();
        _ending.Dispose();
    }

    /// <returns>True when the client has sent all; false when the connection is to be closed.</returns>
    private async Task<bool> PassRequestsAsync()
    {
        var reader = new RequestReader(_client);
        while (await reader.ReadHeadAsync(_ending.Token) is { } head)
        {
            var fault = _proxy.Meet(head.Target);
            if (fault?.Close == true)
            {
                return false;
            }

            if (fault?.Answer is { } answer)
            {
                await reader.CopyBodyAsync(head, Stream.Null, _ending.Token);
                await _client.WriteAsync(answer, _ending.Token);
                continue;
            }

            await Task.Delay(fault?.Delay ?? TimeSpan.Zero, _ending.Token);
            _stalls = fault?.Stall == true;
            Interlocked.Exchange(ref _left, fault?.PassedBytes ?? long.MaxValue);
            await _engine.WriteAsync(head.Bytes, _ending.Token);
            if (head.IsUpgrade)
            {
                await reader.CopyRestAsync(_engine, _ending.Token);
                break;
            }

            await reader.CopyBodyAsync(head, _engine, _ending.Token);
        }

        _engineSocket.Shutdown(SocketShutdown.Send);
        return true;
    }

    private async Task PassAnswersAsync()
    {
        var buffer = new byte[64 * 1024];
        while (await _engine.ReadAsync(buffer, _ending.Token) is > 0 and var count)
        {
            var passed = (int)Math.Min(count, Interlocked.Read(ref _left));
            await _client.WriteAsync(buffer.AsMemory(0, passed), _ending.Token);
            Interlocked.Add(ref _left, -passed);
            if (passed < count || Interlocked.Read(ref _left) == 0)
            {
                await Task.Delay(_stalls ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, _ending.Token);
                return;
            }
        }

        _clientSocket.Shutdown(SocketShutdown.Send);
    }
}
