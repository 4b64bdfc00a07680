using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>What changes a container while it stays the same, and what makes an image of it.</summary>
internal sealed partial class ContainerOperations
{
    public async Task<IReadOnlyList<string>> UpdateAsync(string container, ContainerUpdate update, CancellationToken cancel)
    {
        if (update.KernelMemory is not null)
        {
            await SpecificationRequirements.CheckKernelMemoryAsync(_client, cancel).ConfigureAwait(false);
        }

        using var content = new StringContent(UpdateMapping.ToJson(update).ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(HttpMethod.Post, Path(container, "update"), Subject.Container(container), cancel, content).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, Warnings, _client.Endpoint, cancel).ConfigureAwait(false);

        static IReadOnlyList<string> Warnings(ReadOnlyMemory<byte> bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.TryGetProperty("Warnings", out var given) && given.ValueKind == JsonValueKind.Array
                ? given.EnumerateArray().Select(warning => warning.GetString() ?? "").ToList()
                : [];
        }
    }

    public async Task<string> CommitAsync(string container, ContainerCommit commit, CancellationToken cancel)
    {
        var path = new Query("/commit")
            .Add("container", container)
            .Add("repo", commit.Image?.RepositoryName)
            .Add("tag", commit.Image?.Tag)
            .Add("author", commit.Author)
            .Add("comment", commit.Message)
            .Add("pause", commit.Pause ? "1" : "0");
        foreach (var change in commit.Changes)
        {
            path.Add("changes", change);
        }

        // Docker takes no body for the container's own settings, Podman does not.
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await _client.SendLastingAsync(HttpMethod.Post, path.ToString(), Subject.Container(container), cancel, content).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, Id, _client.Endpoint, cancel).ConfigureAwait(false);

        // Podman says it without the algorithm.
        static string Id(ReadOnlyMemory<byte> bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.GetProperty("Id").GetString()! is var id && id.IndexOf(':') < 0 ? "sha256:" + id : id;
        }
    }
}
