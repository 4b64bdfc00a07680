using System;
using System.Diagnostics;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace DockerPS.Bench.Engines;

/// <summary>Reads an engine's answer and looks at nothing in it: what anybody must take.</summary>
internal sealed class BareRead(BenchEngine engine) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancel) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine.SocketPath), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri("http://engine") };

    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Over a connection that is kept.</summary>
    public async Task<TimeSpan> WarmAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using (var answer = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead))
        {
            using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
            while (await body.ReadAsync(_buffer) > 0)
            {
            }
        }

        return watch.Elapsed;
    }

    /// <summary>Over a new connection that blocks: the fastest way for an answer of many small pieces.</summary>
    public TimeSpan Blocking(string path)
    {
        var watch = Stopwatch.StartNew();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(engine.SocketPath));
        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: engine\r\n\r\n"));
        while (socket.Receive(_buffer) > 0)
        {
        }

        return watch.Elapsed;
    }

    public void Dispose() => _http.Dispose();
}
