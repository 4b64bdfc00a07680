using System;
using System.Net.Http;
using System.Threading.Tasks;
using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;

namespace DockerPS.Connection;

/// <summary>Hands the typed client our handler.</summary>
internal sealed class SharedHandlerFactory(HttpMessageHandler handler) : IDockerHandlerFactory<SharedHandlerOptions>
{
    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) => new(handler, clientOptions.Endpoint);

    public ResolvedTransport CreateHandler(SharedHandlerOptions transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        CreateHandler(clientOptions, logger);

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) =>
        throw new NotSupportedException("Duplex streams are dialled by DockerPS itself.");
}
