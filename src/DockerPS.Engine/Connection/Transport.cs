using System;
using System.Net.Http;
using System.Threading;
using Docker.DotNet;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>The HTTP handler of one endpoint, shared by plain requests and the typed client.</summary>
internal sealed partial class Transport
{
    private Transport(HttpMessageHandler handler, Uri address)
    {
        Handler = handler;
        Address = address;
    }

    /// <summary>Sends requests; pools connections where the platform can.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>What requests name as their server; for sockets and pipes a mere word.</summary>
    public Uri Address { get; }

    /// <summary>The typed client over the same handler.</summary>
    public DockerClient TypedClient(Version apiVersion) => new DockerClientBuilder()
        .WithEndpoint(Address)
        .WithApiVersion(apiVersion)
        .WithTimeout(Timeout.InfiniteTimeSpan)
        .WithTransportOptions(new SharedHandlerFactory(Handler), new SharedHandlerOptions())
        .Build();

    private static Uri TcpAddress(EngineEndpoint endpoint) => new UriBuilder("http", endpoint.Address.Host, endpoint.Address.Port).Uri;
}
