using System;

namespace DockerPS.Connection;

/// <summary>A named pipe's server and name, from <c>npipe:////./pipe/docker_engine</c>.</summary>
internal readonly record struct PipeAddress(string Server, string Name)
{
    /// <summary>How long a busy pipe is waited for, in milliseconds.</summary>
    public const int ConnectTimeout = 5000;

    public static PipeAddress Of(Uri address)
    {
        // Uri takes the server out of //server/pipe/name in some forms and leaves it in the path in others.
        var parts = (address.Host + address.AbsolutePath).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var server = parts.Length >= 3 ? parts[0] : ".";
        return new PipeAddress(server == "localhost" ? "." : server, parts[parts.Length - 1]);
    }
}
