#if NETFRAMEWORK
using System.Net;
using System.Net.Http;
using Docker.DotNet.Handler.Abstractions;
using DockerPS.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace DockerPS.Connection;

/// <summary>On .NET Framework: the client library's handlers for pipes and sockets, the framework's pooled one for tcp.</summary>
internal sealed partial class Transport
{
    public static Transport For(EngineEndpoint endpoint)
    {
        var options = new ResolvedClientOptions { Endpoint = endpoint.Address };
        switch (endpoint.Address.Scheme)
        {
            case "unix":
                return Of(Docker.DotNet.Unix.DockerHandlerFactory.Instance.CreateHandler(options, NullLogger.Instance));
            case "npipe":
                return Of(Docker.DotNet.NPipe.DockerHandlerFactory.Instance.CreateHandler(options, NullLogger.Instance));
            default:
                var address = TcpAddress(endpoint);
                ServicePointManager.FindServicePoint(address).ConnectionLimit = 256;
                return new Transport(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }, address);
        }
    }

    private static Transport Of(ResolvedTransport resolved) => new(resolved.Handler, resolved.EffectiveEndpoint);
}
#endif
