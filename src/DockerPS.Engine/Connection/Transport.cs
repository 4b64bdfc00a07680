using System;
using System.IO.Pipes;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Docker.DotNet;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>The HTTP handlers of one endpoint, shared by plain requests and the typed client.</summary>
internal sealed partial class Transport
{
    private static readonly Uri NoAddress = new("http://localhost/");

    private Transport(HttpMessageHandler handler, Uri address, HttpMessageHandler? lasting = null)
    {
        Handler = handler;
        Address = address;
        Lasting = lasting ?? handler;
    }

    /// <summary>Sends requests; pools connections where the platform can.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>Sends requests whose answers last: given up in the middle, they end at once.</summary>
    public HttpMessageHandler Lasting { get; }

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

    private static async Task<NamedPipeClientStream> ConnectPipeAsync(PipeAddress address, CancellationToken cancel)
    {
        var pipe = new NamedPipeClientStream(address.Server, address.Name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(PipeAddress.ConnectTimeout, cancel).ConfigureAwait(false);
            return pipe;
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }
}
