using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>Asks an engine directly: what tests hold a cmdlet's answer against, and how they tidy up.</summary>
public sealed class EngineHttp : IDisposable
{
    private readonly HttpClient _client;

    public EngineHttp(string socketPath)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        {
            BaseAddress = new Uri("http://engine"),
            Timeout = Tool.DefaultTimeLimit,
        };
    }

    /// <summary>The answer as JSON; a status that is no success is an exception with the engine's message.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancel = default)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, content: null, cancel);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        return json.RootElement.Clone();
    }

    /// <summary>Posts JSON (or nothing), and gives the answer's text.</summary>
    public async Task<string> PostAsync(string path, string? json = null, CancellationToken cancel = default)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await SendAsync(HttpMethod.Post, path, content, cancel);
        return await answer.Content.ReadAsStringAsync(cancel);
    }

    public async Task DeleteAsync(string path, CancellationToken cancel = default)
    {
        using var answer = await SendAsync(HttpMethod.Delete, path, content: null, cancel);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await _client.SendAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(cancel);
            throw new HttpRequestException($"{method} {path}: {(int)answer.StatusCode} {text.Trim()}", inner: null, answer.StatusCode);
        }
    }

    /// <summary>Whether the engine answers a ping, soon.</summary>
    public async Task<bool> PingAsync(TimeSpan timeLimit)
    {
        using var ending = new CancellationTokenSource(timeLimit);
        try
        {
            using var answer = await SendAsync(HttpMethod.Get, "/_ping", content: null, ending.Token);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
