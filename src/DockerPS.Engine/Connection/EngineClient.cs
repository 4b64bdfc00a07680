using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using Docker.DotNet;
using DockerPS.Engine;
using DockerPS.Registries;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>The requests to one engine: plain ones, and those of the typed client, over one handler.</summary>
[SuppressMessage("Design", "CA1001", Justification = "One for each endpoint, as long as the process lives.")]
internal sealed class EngineClient
{
    private readonly Lazy<Transport> _transport;
    private readonly Lazy<HttpClient> _http;
    private readonly Lazy<HttpClient> _lasting;
    private readonly SemaphoreSlim _greetingLock = new(1);
    private EngineGreeting? _greeting;
    private (Version Version, DockerClient Client)? _typed;

    public EngineClient(EngineEndpoint endpoint)
    {
        Endpoint = endpoint;
        _transport = new Lazy<Transport>(() => Transport.For(endpoint));
        _http = new Lazy<HttpClient>(() => Client(_transport.Value.Handler, endpoint));
        _lasting = new Lazy<HttpClient>(() => Client(_transport.Value.Lasting, endpoint));
    }

    public EngineEndpoint Endpoint { get; }

    /// <summary>Asks the engine who it is, every time anew.</summary>
    public async Task<EngineGreeting> PingAsync(CancellationToken cancel)
    {
        return _greeting = await GreetAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>What the engine said of itself, asked once.</summary>
    public async Task<EngineGreeting> GreetingAsync(CancellationToken cancel)
    {
        if (_greeting is { } known)
        {
            return known;
        }

        await _greetingLock.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return _greeting ??= await GreetAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _greetingLock.Release();
        }
    }

    /// <summary>Refuses what the engine's API version lacks, before anything is sent.</summary>
    /// <param name="version">The version that brought it.</param>
    /// <param name="what">What it is, for the user.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task RequireAsync(Version version, string what, CancellationToken cancel)
    {
        var used = (await GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        if (used < version)
        {
            throw new DockerException(
                DockerError.NotSupportedByEngine, $"{what} needs API version {version}; with the engine {Endpoint.Name} version {used} is spoken.")
            { Engine = Endpoint.Name };
        }
    }

    /// <summary>Sends a plain request; an answer that is an error throws.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query below the API version.</param>
    /// <param name="subject">What the request is about, for the failure.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="login">What the engine shows a registry; null for nothing.</param>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, Subject subject, CancellationToken cancel, HttpContent? content = null, RegistryLogin? login = null) =>
        SendAsync(_http, method, path, subject, content, login, cancel);

    /// <summary>Sends a request whose answer may last as long as a container does: cancelled, or its answer disposed, it ends at once.</summary>
    public Task<HttpResponseMessage> SendLastingAsync(
        HttpMethod method, string path, Subject subject, CancellationToken cancel, HttpContent? content = null, RegistryLogin? login = null) =>
        SendAsync(_lasting, method, path, subject, content, login, cancel);

    /// <summary>Asks for something that is read whole: on an engine of this machine on the calling thread, if there is a place (see <see cref="DirectRequest"/>).</summary>
    /// <param name="path">Path and query below the API version.</param>
    /// <param name="make">Makes something of the answer's bytes, which are only lent.</param>
    /// <param name="subject">What the request is about, for the failure.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task<T> GetAsync<T>(string path, Func<ReadOnlyMemory<byte>, T> make, Subject subject, CancellationToken cancel)
    {
        if (DirectRequest.TryBegin(Endpoint) is { } direct)
        {
            using (direct)
            {
                return await NegotiatedAsync(greeting => Task.FromResult(direct.Get("/v" + greeting.UsedApiVersion + path, make, subject, cancel)), cancel).ConfigureAwait(false);
            }
        }

        using var answer = await SendAsync(HttpMethod.Get, path, subject, cancel).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, make, Endpoint, cancel).ConfigureAwait(false);
    }

    /// <summary>Asks for something whose JSON is read whole.</summary>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, Subject subject, CancellationToken cancel) =>
        GetAsync(path, bytes => JsonSerializer.Deserialize(bytes.Span, type)!, subject, cancel);

    /// <summary>Sends a plain request whose answer's body means nothing.</summary>
    public async Task DoAsync(HttpMethod method, string path, Subject subject, CancellationToken cancel)
    {
        using var answer = await SendAsync(method, path, subject, cancel).ConfigureAwait(false);
    }

    /// <summary>Makes a call with the typed client.</summary>
    public async Task<T> CallAsync<T>(Func<DockerClient, Task<T>> call, Subject subject, CancellationToken cancel)
    {
        try
        {
            return await NegotiatedAsync(async greeting => await call(TypedClient(greeting)).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
        catch (DockerApiException failure)
        {
            throw Failures.OfStatus((int)failure.StatusCode, failure.ResponseBody, subject, Endpoint);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, Endpoint, cancel) is { } known)
        {
            throw known;
        }
    }

    /// <summary>Opens a stream of its own, for what is too much or too long for the pool.</summary>
    public Task<HotStream> OpenAsync(string path, Subject subject, CancellationToken cancel) =>
        OpenAsync(new HotRequest("GET", path), subject, cancel);

    /// <summary>Opens a stream of its own with any request, given with its path below the API version.</summary>
    public async Task<HotStream> OpenAsync(HotRequest request, Subject subject, CancellationToken cancel)
    {
        var greeting = await GreetingAsync(cancel).ConfigureAwait(false);
        return HotStream.Open(Endpoint, request with { PathAndQuery = "/v" + greeting.UsedApiVersion + request.PathAndQuery }, subject, cancel);
    }

    /// <summary>Opens a request of its own whose body follows, given with its path below the API version.</summary>
    public async Task<UploadStream> UploadAsync(HotRequest request, Subject subject, CancellationToken cancel)
    {
        var greeting = await GreetingAsync(cancel).ConfigureAwait(false);
        return UploadStream.Open(Endpoint, request with { PathAndQuery = "/v" + greeting.UsedApiVersion + request.PathAndQuery }, subject, cancel);
    }

    private Task<EngineGreeting> GreetAsync(CancellationToken cancel) =>
        GreetDirectly(cancel) is { } greeting ? Task.FromResult(greeting) : Negotiation.GreetAsync(_http.Value, _transport.Value.Address, Endpoint, cancel);

    private EngineGreeting? GreetDirectly(CancellationToken cancel)
    {
        using var direct = DirectRequest.TryBegin(Endpoint);
        return direct?.Greet(cancel);
    }

    // Another engine may answer at the address than the one that was greeted, such as an updated one: it is greeted anew.
    private async Task<T> NegotiatedAsync<T>(Func<EngineGreeting, Task<T>> ask, CancellationToken cancel)
    {
        var greeting = await GreetingAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ask(greeting).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsVersionRefused(failure))
        {
            var now = await PingAsync(cancel).ConfigureAwait(false);
            if (now.UsedApiVersion == greeting.UsedApiVersion)
            {
                throw;
            }

            return await ask(now).ConfigureAwait(false);
        }
    }

    private static bool IsVersionRefused(Exception failure) => failure switch
    {
        DockerException known => known.Error == DockerError.ApiVersionMismatch,
        DockerApiException answer => Failures.ErrorOf((int)answer.StatusCode, answer.ResponseBody ?? "", Subject.Engine) == DockerError.ApiVersionMismatch,
        _ => false,
    };

    private DockerClient TypedClient(EngineGreeting greeting)
    {
        if (_typed is not { } typed || typed.Version != greeting.UsedApiVersion)
        {
            _typed = typed = (greeting.UsedApiVersion, _transport.Value.TypedClient(greeting.UsedApiVersion));
        }

        return typed.Client;
    }

    private Task<HttpResponseMessage> SendAsync(
        Lazy<HttpClient> http, HttpMethod method, string path, Subject subject, HttpContent? content, RegistryLogin? login, CancellationToken cancel) =>
        NegotiatedAsync(greeting => SendAsync(greeting, http, method, path, subject, content, login, cancel), cancel);

    private async Task<HttpResponseMessage> SendAsync(
        EngineGreeting greeting,
        Lazy<HttpClient> http,
        HttpMethod method,
        string path,
        Subject subject,
        HttpContent? content,
        RegistryLogin? login,
        CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(_transport.Value.Address, "/v" + greeting.UsedApiVersion + path))
        {
            Content = content,
            // All that every handler speaks; what the platform takes by itself differs.
            Version = HttpVersion.Version11,
        };
        if (login is not null)
        {
            request.Headers.TryAddWithoutValidation(AuthenticationHeader.Name, AuthenticationHeader.Of(login));
        }

        HttpResponseMessage answer;
        try
        {
            answer = await http.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, Endpoint, cancel) is { } known)
        {
            throw known;
        }

        if ((int)answer.StatusCode < 400)
        {
            return answer;
        }

        using (answer)
        {
            throw await Failures.OfAnswerAsync(answer, subject, Endpoint, cancel).ConfigureAwait(false);
        }
    }

    private static HttpClient Client(HttpMessageHandler handler, EngineEndpoint endpoint)
    {
        var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        if (BasicAuthentication.Of(endpoint) is { } authentication)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", authentication);
        }

        return client;
    }
}
