using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Cmdlets.Engines.Tls;

/// <summary>Listens on a port and records what clients send once they trust it; answers each request alike.</summary>
public sealed class TlsListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly SslServerAuthenticationOptions _options;
    private readonly Func<string, string> _answer;
    private readonly Task _loop;
    private int _connections;

    /// <param name="certificate">What is shown to clients.</param>
    /// <param name="wantsClient">Clients are asked for a certificate; one without it is thrown out as the engine does it, after it may have spoken.</param>
    /// <param name="answer">The answer to a request, head and all.</param>
    public TlsListener(X509Certificate2 certificate, bool wantsClient = false, Func<string, string>? answer = null)
    {
        _answer = answer ?? (_ => "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 0\r\n\r\n");
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = wantsClient,
            RemoteCertificateValidationCallback = (_, shown, _, _) => !wantsClient || shown is not null,
        };
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{Port}");

    /// <summary>What came inside of encryption.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(_options, _end.Token);
                var buffer = new byte[8192];
                for (var read = await stream.ReadAsync(buffer, _end.Token); read > 0; read = await stream.ReadAsync(buffer, _end.Token))
                {
                    var text = Encoding.ASCII.GetString(buffer, 0, read);
                    Received.Enqueue(text);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer(text)), _end.Token);
                }
            }
            catch (Exception ended) when (ended is AuthenticationException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client did not trust this side, or went.
            }
        }
    }
}
