using System;
using System.IO;
using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading;
using DockerPS.Connection.Ssh;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>A dialled connection that is read and written blocking, each on a thread of its own.</summary>
internal sealed class DialedStream : IDisposable
{
    private readonly Socket? _socket;
    private int _disposed;

    /// <summary>Takes a connection over.</summary>
    /// <param name="stream">What is read and written.</param>
    /// <param name="socket">The socket below it; null where there is none.</param>
    public DialedStream(Stream stream, Socket? socket)
    {
        Stream = stream;
        _socket = socket;
        Direct = stream is NetworkStream ? socket : null;
    }

    /// <summary>What is read and written.</summary>
    public Stream Stream { get; }

    /// <summary>The socket, where nothing stands between it and the engine: reads go to it directly.</summary>
    public Socket? Direct { get; }

    /// <summary>Tells the other side that nothing more is written; what it says is read on.</summary>
    public void EndWriting()
    {
        switch (Stream)
        {
            case NetworkStream:
                _socket!.Shutdown(SocketShutdown.Send);
                break;
            case SslStream encrypted:
                // TLS has an end of its own for one direction. It is a small write, and there is no blocking call for it.
                encrypted.ShutdownAsync().GetAwaiter().GetResult();
                break;
            case SshStream ssh:
                ssh.EndWriting();
                break;
            case PipeStream pipe:
                PipeEnd.Write(pipe);
                break;
        }
    }

    /// <summary>Ends a connection that nobody reads any more.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // The stream would first tell the other side, which has gone already.
            IDisposable connection = Direct is null ? Stream : Direct;
            connection.Dispose();
        }
    }

    /// <summary>Ends the connection, also under a read on another thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            // Wakes a blocked read on every platform; closing alone does not on some.
            _socket?.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // It was not connected any more.
        }

        Stream.Dispose();
    }
}
