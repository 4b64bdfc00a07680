using System;
using System.IO;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Threading;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Dials an endpoint for a stream of its own, blocking.</summary>
internal static class Dialer
{
    /// <summary>Connects.</summary>
    /// <returns>The stream, and the socket below it where there is one: reads go to it directly.</returns>
    public static (Stream Stream, Socket? Socket) Dial(EngineEndpoint endpoint, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        switch (endpoint.Address.Scheme)
        {
            case "npipe":
                return (DialPipe(PipeAddress.Of(endpoint.Address)), null);
            case "unix":
                return DialSocket(
                    new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
                    socket => socket.Connect(new UnixDomainSocketEndPoint(endpoint.Address.LocalPath)),
                    cancel);
            default:
                return DialSocket(
                    new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
                    socket => socket.Connect(endpoint.Address.DnsSafeHost, endpoint.Address.Port),
                    cancel);
        }
    }

    private static NamedPipeClientStream DialPipe(PipeAddress address)
    {
        // Asynchronous although it is read synchronously: only so does closing it end a read.
        var pipe = new NamedPipeClientStream(address.Server, address.Name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            pipe.Connect(PipeAddress.ConnectTimeout);
            return pipe;
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    private static (Stream Stream, Socket Socket) DialSocket(Socket socket, Action<Socket> connect, CancellationToken cancel)
    {
        try
        {
            using var registration = cancel.Register(socket.Dispose);
            connect(socket);
            return (new NetworkStream(socket, ownsSocket: true), socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
