#if NET
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection.Ssh;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>On .NET: one pooled handler for sockets, pipes and tcp.</summary>
internal sealed partial class Transport
{
    public static Transport For(EngineEndpoint endpoint)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // No engine reads the headers of distributed tracing.
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 256,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // An answer that is left in the middle is one without an end, such as events: its connection is not worth waiting for.
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
        };
        switch (endpoint.Address.Scheme)
        {
            case "unix":
                handler.ConnectCallback = (_, cancel) => ConnectUnixAsync(endpoint.Address.LocalPath, cancel);
                return new Transport(handler, NoAddress);
            case "npipe":
                handler.ConnectCallback = async (_, cancel) => await ConnectPipeAsync(PipeAddress.Of(endpoint.Address), cancel).ConfigureAwait(false);
                return new Transport(handler, NoAddress);
            case "ssh":
                // Logins take their time, and are made few at a time.
                handler.ConnectTimeout = TimeSpan.FromSeconds(90);
                handler.ConnectCallback = async (_, cancel) => await SshDial.DialAsync(endpoint, cancel).ConfigureAwait(false);
                return new Transport(handler, NoAddress);
            default:
                if (endpoint.Tls is not null)
                {
                    handler.ConnectCallback = (_, cancel) => ConnectTlsAsync(endpoint, cancel);
                }

                return new Transport(handler, TcpAddress(endpoint));
        }
    }

    // The encryption is made here and not by the handler, which sees plain HTTP: streams of their own go the same way, and failures get their names.
    private static async ValueTask<Stream> ConnectTlsAsync(EngineEndpoint endpoint, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint.Address.DnsSafeHost, endpoint.Address.Port, cancel).ConfigureAwait(false);
            return await TlsDial.EncryptAsync(new NetworkStream(socket, ownsSocket: true), endpoint, cancel).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask<Stream> ConnectUnixAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
#endif
