#if NETFRAMEWORK
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection.Ssh;
using DockerPS.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Net.Http.Client;

namespace DockerPS.Connection;

/// <summary>On .NET Framework: the client library's handler over our own connections, and for tcp the framework's pooled one.</summary>
internal sealed partial class Transport
{
    public static Transport For(EngineEndpoint endpoint)
    {
        var direct = new ManagedHandler((_, _, cancel) => ConnectAsync(endpoint, cancel), NullLogger.Instance)
        {
            UseProxy = false,
            RedirectMode = RedirectMode.None,
        };
        if (endpoint.Address.Scheme is "unix" or "npipe" or "ssh")
        {
            return new Transport(direct, NoAddress);
        }

        if (endpoint.Tls is not null)
        {
            // The encryption is ours, and so is the connection.
            return new Transport(direct, TcpAddress(endpoint));
        }

        var address = TcpAddress(endpoint);
        ServicePointManager.FindServicePoint(address).ConnectionLimit = 256;
        var pooled = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };

        // An answer of the pooled handler that is given up in the middle is first read on, in the hope of its end.
        return new Transport(pooled, address, lasting: direct);
    }

    private static async Task<Stream> ConnectAsync(EngineEndpoint endpoint, CancellationToken cancel) => new CancelableStream(
        endpoint.Address.Scheme switch
        {
            "npipe" => await ConnectPipeAsync(PipeAddress.Of(endpoint.Address), cancel).ConfigureAwait(false),
            "ssh" => await SshDial.DialAsync(endpoint, cancel).ConfigureAwait(false),
            _ => await Task.Run(() => Dialer.Dial(endpoint, cancel).Stream, cancel).ConfigureAwait(false),
        });
}
#endif
