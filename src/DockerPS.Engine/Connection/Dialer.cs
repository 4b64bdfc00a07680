using System;
using System.IO;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Threading;
using DockerPS.Connection.Ssh;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Dials an endpoint for a stream of its own, blocking.</summary>
internal static class Dialer
{
    /// <summary>Connects, and encrypts where the endpoint says so.</summary>
    public static DialedStream Dial(EngineEndpoint endpoint, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        switch (endpoint.Address.Scheme)
        {
            case "npipe":
                return new DialedStream(DialPipe(PipeAddress.Of(endpoint.Address)), socket: null);
            case "ssh":
                return new DialedStream(SshDial.Dial(endpoint, cancel), socket: null);
            case "unix":
                return DialSocket(
                    new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
                    socket => socket.Connect(new UnixDomainSocketEndPoint(endpoint.Address.LocalPath)),
                    tls: null,
                    cancel);
            default:
                return DialSocket(
                    new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
                    socket => socket.Connect(endpoint.Address.DnsSafeHost, endpoint.Address.Port),
                    endpoint.Tls is null ? null : endpoint,
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

    private static DialedStream DialSocket(Socket socket, Action<Socket> connect, EngineEndpoint? tls, CancellationToken cancel)
    {
        try
        {
            using var registration = cancel.Register(socket.Dispose);
            connect(socket);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return new DialedStream(tls is null ? stream : TlsDial.Encrypt(stream, tls), socket);
        }
        catch
        {
            socket.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw;
        }
    }
}
