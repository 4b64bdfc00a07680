using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using System.Web;

namespace DockerPS.Tests.Engines;

/// <summary>
/// Stands before a real registry and gives its tags in pages, as registries of version 3 do and Debian's, which is older, does not: <c>n</c> and <c>last</c> count, and a <c>Link</c> leads on.
/// All else that is asked is the registry's own answer, the question for a login too.
/// </summary>
public sealed class PagedRegistry : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TestRegistry _registry;
    private readonly int _longest;
    private readonly bool _refuses;
    private readonly Task _serving;

    private PagedRegistry(TestRegistry registry, int longest, bool refuses)
    {
        (_registry, _longest, _refuses) = (registry, longest, refuses);
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{TestRegistry.FreePort()}");
        _listener.Prefixes.Add($"http://{Address}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Path and query of what was asked for lists of tags and answered.</summary>
    public IReadOnlyList<string> Pages => [.. _requests];

    /// <param name="registry">The registry that it stands before.</param>
    /// <param name="longest">The most tags of a page.</param>
    /// <param name="refuses">Who wants longer pages is refused, as version 3 does where such a limit is set; otherwise shorter ones are given.</param>
    public static PagedRegistry Start(TestRegistry registry, int longest, bool refuses = false) => new(registry, longest, refuses);

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var address = context.Request.Url!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{_registry.Address}{address.AbsolutePath}"));
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers["Authorization"]);
        using var answer = await _client.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var challenge in answer.Headers.WwwAuthenticate)
        {
            response.AddHeader("WWW-Authenticate", challenge.ToString());
        }

        if (answer.IsSuccessStatusCode && address.AbsolutePath.EndsWith("/tags/list", StringComparison.Ordinal))
        {
            _requests.Enqueue(address.PathAndQuery);
            content = Page(response, address, content);
        }

        await response.OutputStream.WriteAsync(content);
    }

    private byte[] Page(HttpListenerResponse response, Uri address, byte[] whole)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        if (query["n"] is not { } wanted)
        {
            return whole;
        }

        var length = int.Parse(wanted, CultureInfo.InvariantCulture);
        if (length > _longest && _refuses)
        {
            response.StatusCode = (int)HttpStatusCode.BadRequest;
            return """{"errors":[{"code":"PAGINATION_NUMBER_INVALID","message":"invalid number of results requested"}]}"""u8.ToArray();
        }

        length = Math.Min(length, _longest);
        using var json = JsonDocument.Parse(whole);
        var left = json.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)
            .Order(StringComparer.Ordinal)
            .SkipWhile(tag => query["last"] is { } last && string.CompareOrdinal(tag, last) <= 0)
            .ToList();
        var page = left.Take(length).ToList();
        if (left.Count > page.Count)
        {
            response.AddHeader("Link", string.Create(CultureInfo.InvariantCulture, $"<{address.AbsolutePath}?last={page[^1]}&n={length}>; rel=\"next\""));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new { name = json.RootElement.GetProperty("name").GetString(), tags = page });
    }
}
