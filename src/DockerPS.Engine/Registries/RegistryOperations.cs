using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>What one engine does with registries.</summary>
internal sealed class RegistryOperations(EngineClient client) : IRegistryOperations
{
    public async Task<RegistryLogin> LoginAsync(RegistryLogin login, CancellationToken cancel)
    {
        using var body = new StringContent(AuthenticationHeader.Json(login), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(HttpMethod.Post, "/auth", Subject.Engine, cancel, body).ConfigureAwait(false);
        var said = await Answers.ReadAsync(answer, EngineJson.Default.LoginAnswer, client.Endpoint, cancel).ConfigureAwait(false);
        return string.IsNullOrEmpty(said.IdentityToken)
            ? login
            : new RegistryLogin { Registry = login.Registry, UserName = login.UserName, IdentityToken = said.IdentityToken! };
    }

    public async Task<IReadOnlyList<ContainerImageSearchResult>> SearchAsync(
        string term, int? limit, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, RegistryLogin? login, CancellationToken cancel)
    {
        var path = new Query("/images/search").Add("term", term).Add("limit", limit).AddFilters(filters);
        using var answer = await AskAsync(path.ToString(), login, cancel).ConfigureAwait(false);
        var items = await Answers.ReadAsync(answer, EngineJson.Default.ListSearchItem, client.Endpoint, cancel).ConfigureAwait(false);
        return items.ConvertAll(item => new ContainerImageSearchResult
        {
            Name = item.Name ?? "",
            Description = item.Description ?? "",
            Stars = item.Stars,
            IsOfficial = item.IsOfficial,
            Engine = client.Endpoint.Name,
        });
    }

    // What keeps an engine from a registry it says in words alone, with a status that is the request's own fault in newer ones.
    private async Task<HttpResponseMessage> AskAsync(string path, RegistryLogin? login, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(HttpMethod.Get, path, Subject.Engine, cancel, login: login).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.EngineError
            || (failure.Error == DockerError.InvalidArgument && failure.Message.IndexOf("invalid registry endpoint", StringComparison.OrdinalIgnoreCase) >= 0))
        {
            throw new DockerException(DockerError.RegistryUnreachable, failure.Message, failure) { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }
}
