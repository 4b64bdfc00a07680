#if NETFRAMEWORK
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DockerPS.Connection;

/// <summary>A socket's path: .NET Framework has the address family but no end point for it.</summary>
internal sealed class UnixDomainSocketEndPoint : EndPoint
{
    private readonly string _path;

    public UnixDomainSocketEndPoint(string path) => _path = path;

    public override AddressFamily AddressFamily => AddressFamily.Unix;

    public override SocketAddress Serialize()
    {
        // sockaddr_un: the family in two bytes, which SocketAddress writes, then the path and a zero.
        var path = Encoding.UTF8.GetBytes(_path);
        var address = new SocketAddress(AddressFamily.Unix, 2 + path.Length + 1);
        for (var i = 0; i < path.Length; i++)
        {
            address[2 + i] = path[i];
        }

        return address;
    }

    public override EndPoint Create(SocketAddress socketAddress)
    {
        var path = new byte[Math.Max(0, socketAddress.Size - 2)];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = socketAddress[2 + i];
        }

        return new UnixDomainSocketEndPoint(Encoding.UTF8.GetString(path).TrimEnd('\0'));
    }

    public override string ToString() => _path;
}
#endif
