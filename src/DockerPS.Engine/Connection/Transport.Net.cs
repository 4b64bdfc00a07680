#if NET
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
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
            default:
                return new Transport(handler, TcpAddress(endpoint));
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
