using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Reads what an existing container was made of.</summary>
internal sealed class ContainerRecall(EngineClient client, ContainerOperations containers)
{
    public async Task<RecalledContainer> RecallAsync(string container, CancellationToken cancel)
    {
        var detail = await containers.InspectAsync(container, size: false, cancel).ConfigureAwait(false);
        var greeting = await client.GreetingAsync(cancel).ConfigureAwait(false);
        if (greeting.IsPodman)
        {
            // It tells settings as they took effect, some in words of its own and some not at all: what is made of them anew would be another container.
            throw new DockerException(DockerError.NotSupportedByEngine, $"The engine {client.Endpoint.Name} is Podman, which does not tell by its Docker API what {detail.Name} was made of.")
            { Engine = client.Endpoint.Name };
        }

        var engine = await ReadAsync("/info", Subject.Engine, cancel).ConfigureAwait(false);
        var image = await ImageAsync(detail.ImageId, cancel).ConfigureAwait(false);
        var reader = new SpecificationReader(Fields(Encoding.UTF8.GetBytes(detail.Json)), image, engine, greeting.UsedApiVersion);
        try
        {
            return new RecalledContainer(detail, reader.Read(), reader.UnnamedVolumes());
        }
        catch (FormatException failure)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"What {detail.Name} was made of can't be said with the options known here: {failure.Message}", failure)
            { Engine = client.Endpoint.Name };
        }
    }

    // Of an image that is gone nothing can be left out.
    private async Task<JsonFields> ImageAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync("/images/" + Uri.EscapeDataString(id) + "/json", Subject.Image(id), cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ImageNotFound)
        {
            return default;
        }
    }

    private async Task<JsonFields> ReadAsync(string path, Subject subject, CancellationToken cancel)
    {
        return await client.GetAsync(path, Fields, subject, cancel).ConfigureAwait(false);
    }

    // Kept beyond the answer's bytes, which are only lent.
    private static JsonFields Fields(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new JsonFields(document.RootElement.Clone());
    }
}
