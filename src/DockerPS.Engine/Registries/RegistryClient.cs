using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>Asks registries by their own API, over this machine's network and proxy.</summary>
internal sealed class RegistryClient : IRegistryClient
{
    private const int PageLength = 1000;

    // Docker Hub's registry answers under another name than its images have.
    private const string HubServer = "registry-1.docker.io";

    // A redirect is for us to judge: a handler would go anywhere.
    private static readonly Lazy<HttpClient> Strict = new(() => Client(insecure: false));
    private static readonly Lazy<HttpClient> Lenient = new(() => Client(insecure: true));

    public async Task ListTagsAsync(ImageReference repository, RegistryLogin? login, bool insecure, Func<IReadOnlyList<string>, bool> page, CancellationToken cancel)
    {
        var conversation = await OpenAsync(repository.Registry, login, insecure, cancel).ConfigureAwait(false);
        var path = "/v2/" + repository.Repository + "/tags/list";
        var scope = "repository:" + repository.Repository + ":pull";
        var asked = new HashSet<Uri>();
        for (Uri? next = new(conversation.Home, path + "?n=" + PageLength); next is not null;)
        {
            if (!asked.Add(next))
            {
                throw new DockerException(DockerError.InvalidAnswer, $"The registry {repository.Registry} gives its list of tags in a circle.");
            }

            using var answer = await conversation.GetAsync(next, scope, cancel).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.BadRequest && asked.Count == 1)
            {
                // It takes no pages of that length: then it chooses.
                next = new Uri(conversation.Home, path);
                continue;
            }

            Check(answer, repository, login);
            var said = await conversation.ReadAsync(answer, EngineJson.Default.TagListPage, cancel).ConfigureAwait(false);
            if (!page(said.Tags ?? []))
            {
                return;
            }

            next = Next(answer, next);
        }
    }

    /// <summary>The next page's address, out of a <c>Link</c> header: <c>&lt;/v2/a/tags/list?last=x&amp;n=1000&gt;; rel="next"</c>. Null at the end.</summary>
    internal static Uri? Next(HttpResponseMessage answer, Uri current)
    {
        var links = answer.Headers.TryGetValues("Link", out var values) ? values : [];
        foreach (var link in links.SelectMany(value => value.Split(',')))
        {
            var (open, close) = (link.IndexOf('<'), link.IndexOf('>'));
            if (open >= 0 && close > open
                && link.Substring(close).Replace("\"", "").Replace(" ", "").IndexOf("rel=next", StringComparison.OrdinalIgnoreCase) >= 0
                && Uri.TryCreate(current, link.Substring(open + 1, close - open - 1), out var next))
            {
                return next;
            }
        }

        return null;
    }

    // As engines do it: TLS, and for what need not be secure plain HTTP where there is none.
    private static async Task<RegistryConversation> OpenAsync(string registry, RegistryLogin? login, bool insecure, CancellationToken cancel)
    {
        var server = registry == RegistryName.Hub ? HubServer : registry;
        var secure = new Uri("https://" + server + "/");
        var http = (insecure ? Lenient : Strict).Value;
        if (!insecure && !IsOwn(secure))
        {
            return new RegistryConversation(http, registry, secure, login);
        }

        // Asked without the login: whoever answers has shown nothing yet.
        var plain = new Uri("http://" + server + "/");
        try
        {
            var trial = new RegistryConversation(http, registry, secure, login: null);
            using var answer = await trial.GetAsync(new Uri(secure, "/v2/"), "", cancel).ConfigureAwait(false);
            return new RegistryConversation(http, registry, secure, login);
        }
        catch (DockerException failure) when (failure.Error == DockerError.RegistryUnreachable)
        {
            return new RegistryConversation(http, registry, plain, login);
        }
        catch (DockerException)
        {
            return new RegistryConversation(http, registry, secure, login);
        }
    }

    private static bool IsOwn(Uri address) => address.IsLoopback || IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip);

    private static void Check(HttpResponseMessage answer, ImageReference repository, RegistryLogin? login)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)answer.StatusCode;
        throw answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DockerException(
                DockerError.AccessDenied,
                login is null
                    ? $"The registry {repository.Registry} wants a login for {repository.Repository}."
                    : $"The registry {repository.Registry} refused the login for {repository.Repository}.")
            { StatusCode = status },
            HttpStatusCode.NotFound => new DockerException(DockerError.ImageNotFound, $"The registry {repository.Registry} has no repository {repository.Repository}.") { StatusCode = status },
            _ when status is >= 300 and < 400 => new DockerException(
                DockerError.InvalidAnswer, $"The registry {repository.Registry} sends on to {answer.Headers.Location}: that is not followed.")
            { StatusCode = status },
            _ => new DockerException(DockerError.RegistryUnreachable, $"The registry {repository.Registry} answered with status {status}.") { StatusCode = status },
        };
    }

    private static HttpClient Client(bool insecure)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        if (insecure)
        {
#pragma warning disable MA0039 // As docker does for a registry that is said to be insecure; any other is verified.
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
#pragma warning restore MA0039
        }

        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(60) };
    }
}
