using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>
/// Requests to one registry that belong together. A login is shown to the registry itself, or to the token service that it names; what any answer names besides is asked
/// without it, or not at all.
/// </summary>
internal sealed class RegistryConversation(HttpClient http, string registry, Uri home, RegistryLogin? login)
{
    private AuthenticationHeaderValue? _authorization;

    /// <summary>The registry's address.</summary>
    public Uri Home { get; } = home;

    /// <summary>Asks for JSON; shows the login where the registry wants one.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address, string scope, CancellationToken cancel)
    {
        if (!IsHome(address))
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The registry {registry} sends on to another server, {address.GetLeftPart(UriPartial.Authority)}: that is not followed.");
        }

        var answer = await SendAsync(address, _authorization, cancel).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || RegistryChallenge.Of(answer) is not { } challenge)
        {
            return answer;
        }

        answer.Dispose();
        _authorization = challenge.IsBearer ? await TokenAsync(challenge, scope, cancel).ConfigureAwait(false) : Basic();
        return await SendAsync(address, _authorization, cancel).ConfigureAwait(false);
    }

    /// <summary>Same scheme, host and port: the registry itself.</summary>
    private bool IsHome(Uri address) => Uri.Compare(address, Home, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private AuthenticationHeaderValue? Basic() => login is null or { UserName.Length: 0 }
        ? null
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login.UserName + ":" + login.Password)));

    private async Task<AuthenticationHeaderValue> TokenAsync(RegistryChallenge challenge, string scope, CancellationToken cancel)
    {
        if (!Uri.TryCreate(challenge["realm"], UriKind.Absolute, out var realm) || realm.Scheme is not ("http" or "https"))
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The registry {registry} wants a token and does not say from where.");
        }

        // The service is the registry's own choice, as for docker; but what came encrypted is not passed on in the clear.
        if (realm.Scheme == "http" && !IsHome(realm) && !realm.IsLoopback)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The registry {registry} names a token service that would get the login unencrypted: {realm.GetLeftPart(UriPartial.Path)}.");
        }

        using var request = login is { IdentityToken.Length: > 0 } ? Exchange(realm, challenge, scope, login.IdentityToken) : Request(realm, challenge, scope);
        using var answer = await SendAsync(request, cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest
                ? new DockerException(DockerError.AccessDenied, $"The token service of the registry {registry} refused {(login is null ? "to answer without a login" : "the login")}.") { StatusCode = (int)answer.StatusCode }
                : new DockerException(DockerError.RegistryUnreachable, $"The token service of the registry {registry} answered with status {(int)answer.StatusCode}.") { StatusCode = (int)answer.StatusCode };
        }

        var said = await ReadAsync(answer, EngineJson.Default.TokenAnswer, cancel).ConfigureAwait(false);
        return new AuthenticationHeaderValue("Bearer", said.Token ?? said.AccessToken
            ?? throw new DockerException(DockerError.InvalidAnswer, $"The token service of the registry {registry} gave no token."));
    }

    private HttpRequestMessage Request(Uri realm, RegistryChallenge challenge, string scope)
    {
        var query = new Query(realm.GetLeftPart(UriPartial.Path)).Add("service", challenge["service"]).Add("scope", challenge["scope"] ?? scope);
        return new HttpRequestMessage(HttpMethod.Get, new Uri(query.ToString())) { Headers = { Authorization = Basic() } };
    }

    private static HttpRequestMessage Exchange(Uri realm, RegistryChallenge challenge, string scope, string identityToken) => new(HttpMethod.Post, realm)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "refresh_token",
            ["service"] = challenge["service"] ?? "",
            ["client_id"] = "DockerPS",
            ["scope"] = challenge["scope"] ?? scope,
            ["refresh_token"] = identityToken,
        }),
    };

    private async Task<HttpResponseMessage> SendAsync(Uri address, AuthenticationHeaderValue? authorization, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = authorization } };
        request.Headers.Accept.ParseAdd("application/json");
        return await SendAsync(request, cancel).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsFault(failure, cancel))
        {
            throw Unreachable(failure);
        }
    }

    /// <summary>Reads an answer's JSON.</summary>
    public async Task<T> ReadAsync<T>(HttpResponseMessage answer, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancel)
    {
        try
        {
            using var stream = await Answers.OpenAsync(answer, cancel).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(stream, type, cancel).ConfigureAwait(false) ?? throw new JsonException("It is null.");
        }
        catch (JsonException failure)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The answer of the registry {registry} can't be understood: {failure.Message}", failure);
        }
        catch (Exception failure) when (IsFault(failure, cancel))
        {
            throw Unreachable(failure);
        }
    }

    private static bool IsFault(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or IOException or OperationCanceledException && !cancel.IsCancellationRequested;

    private DockerException Unreachable(Exception failure)
    {
        var inner = failure;
        while (inner.InnerException is { } next)
        {
            inner = next;
        }

        return new DockerException(DockerError.RegistryUnreachable, string.Format(CultureInfo.InvariantCulture, "The registry {0} can't be asked at {1}: {2}", registry, Home, inner.Message), failure);
    }
}
