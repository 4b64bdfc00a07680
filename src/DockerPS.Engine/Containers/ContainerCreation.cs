using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Containers;

/// <summary>Creates a container in all its networks. The body is our own JSON: the typed client leaves out or can't say some of what the docker command does.</summary>
internal sealed class ContainerCreation(EngineClient client)
{
    /// <summary>Before it a container is created in one network, and connected to the others.</summary>
    private static readonly Version SeveralNetworks = new(1, 44);

    public async Task<CreatedContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancel)
    {
        await SpecificationRequirements.CheckAsync(client, specification, cancel).ConfigureAwait(false);
        var version = (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion;
        var networks = specification.Networks ?? [];
        var atOnce = version < SeveralNetworks ? networks.Take(1).ToList() : networks;
        var created = await PostAsync(specification, SpecificationMapping.ToJson(specification, atOnce, version, Socket()), cancel).ConfigureAwait(false);
        try
        {
            foreach (var network in networks.Skip(atOnce.Count))
            {
                await ConnectAsync(created.ContainerId, network, cancel).ConfigureAwait(false);
            }
        }
        catch
        {
            var path = new Query("/containers/" + created.ContainerId).Add("force", value: true).Add("v", value: true);
            await client.DoAsync(HttpMethod.Delete, path.ToString(), Subject.Container(created.ContainerId), CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return created;
    }

    private async Task<CreatedContainer> PostAsync(ContainerSpecification specification, JsonObject body, CancellationToken cancel)
    {
        var path = new Query("/containers/create").Add("name", specification.Name).Add("platform", specification.Platform);
        using var content = Json(body);
        using var answer = await client.SendAsync(HttpMethod.Post, path.ToString(), Subject.Image(specification.Image), cancel, content).ConfigureAwait(false);
        return await Answers.ReadAsync(answer, Read, client.Endpoint, cancel).ConfigureAwait(false);

        static CreatedContainer Read(ReadOnlyMemory<byte> bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            var warnings = new List<string>();
            if (json.RootElement.TryGetProperty("Warnings", out var given) && given.ValueKind == JsonValueKind.Array)
            {
                warnings.AddRange(given.EnumerateArray().Select(warning => warning.GetString() ?? ""));
            }

            return new CreatedContainer(json.RootElement.GetProperty("Id").GetString()!, warnings);
        }
    }

    private async Task ConnectAsync(string container, NetworkAttachment network, CancellationToken cancel)
    {
        var body = new JsonObject { ["Container"] = container, ["EndpointConfig"] = SpecificationMapping.Endpoint(network) };
        using var content = Json(body);
        using var answer = await client.SendAsync(
            HttpMethod.Post,
            "/networks/" + Uri.EscapeDataString(network.Name) + "/connect",
            new Subject(SubjectKind.Network, network.Name),
            cancel,
            content).ConfigureAwait(false);
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    // On another machine it is where engines have it.
    private string Socket() => client.Endpoint.Address.Scheme == "unix" ? client.Endpoint.Address.LocalPath : "/var/run/docker.sock";
}
