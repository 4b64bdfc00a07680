using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Agrees with an engine on the API version: the lower of its newest and ours.</summary>
internal static class Negotiation
{
    /// <summary>The newest version that this module knows: Docker 29's.</summary>
    private static readonly Version Newest = new(1, 52);

    /// <summary>Docker 20.10's version: older ones lack what this module takes for granted.</summary>
    private static readonly Version Oldest = new(1, 41);

    public static async Task<EngineGreeting> GreetAsync(HttpClient http, Uri address, EngineEndpoint endpoint, CancellationToken cancel)
    {
        using var answer = await PingAsync(http, address, endpoint, cancel).ConfigureAwait(false);
        var said = Header(answer, "Api-Version");
        if (!Version.TryParse(said, out var engine))
        {
            if (endpoint.Tls is null && answer.StatusCode == HttpStatusCode.BadRequest
                && await Failures.OfAnswerAsync(answer, Subject.Engine, endpoint, cancel).ConfigureAwait(false) is { Error: DockerError.TlsRequired } refusal)
            {
                throw new DockerException(
                    DockerError.TlsRequired, $"The engine at {endpoint.Address.OriginalString} (named by {endpoint.Source}) takes encrypted connections only.", refusal)
                { Engine = endpoint.Name };
            }

            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                throw new DockerException(
                    DockerError.AccessDenied,
                    $"What stands before the engine at {endpoint.Address.OriginalString} wants another login: status {(int)answer.StatusCode}.")
                { Engine = endpoint.Name, Remedy = "Connect-DockerEngine takes a -Credential." };
            }

            throw new DockerException(
                DockerError.InvalidAnswer,
                $"What answers at {endpoint.Address.OriginalString} is no Docker engine: its ping gave status {(int)answer.StatusCode} and no API version.")
            { Engine = endpoint.Name };
        }

        return Understand(engine, name => Header(answer, name), endpoint);
    }

    /// <summary>What an engine's headers say that speaks this version.</summary>
    /// <param name="engine">The engine's API version.</param>
    /// <param name="header">Gives a header, or null.</param>
    /// <param name="endpoint">Where the engine is.</param>
    public static EngineGreeting Understand(Version engine, Func<string, string?> header, EngineEndpoint endpoint)
    {
        if (engine < Oldest)
        {
            throw new DockerException(
                DockerError.EngineTooOld,
                $"The engine {endpoint.Name} speaks the API up to version {engine}; DockerPS needs {Oldest} (Docker 20.10) or newer.")
            { Engine = endpoint.Name, Remedy = "Update the engine." };
        }

        // Podman names its system in its own name only: "Libpod/4.3.1 (linux)".
        var server = Told("Server");
        var system = Told("OSType") ?? (server?.EndsWith("(linux)", StringComparison.Ordinal) == true ? "linux" : null);
        return new EngineGreeting(engine, Asked() ?? (engine < Newest ? engine : Newest), server, system, Told("Builder-Version"));

        string? Told(string name) => header(name) is { Length: > 0 } value ? value : null;
    }

    // Some proxies in front of an engine refuse HEAD.
    private static async Task<HttpResponseMessage> PingAsync(HttpClient http, Uri address, EngineEndpoint endpoint, CancellationToken cancel)
    {
        try
        {
            var answer = await http.SendAsync(Ping(HttpMethod.Head, address), HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
            return await http.SendAsync(Ping(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, endpoint, cancel) is { } known)
        {
            throw known;
        }
    }

    private static HttpRequestMessage Ping(HttpMethod method, Uri address) => new(method, new Uri(address, "/_ping")) { Version = HttpVersion.Version11 };

    private static Version? Asked()
    {
        var text = Environment.GetEnvironmentVariable("DOCKER_API_VERSION");
        return string.IsNullOrEmpty(text) ? null
            : Version.TryParse(text, out var version) ? version
            : throw new DockerException(DockerError.InvalidArgument, $"$env:DOCKER_API_VERSION is '{text}'; expected a version such as 1.44.");
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
