using System;
using System.Collections.Generic;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Images;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>Reads the answer to <c>GET /containers/json</c> straight into the objects that cmdlets emit.</summary>
internal sealed class ContainerListReader
{
    private readonly string _engine;
    private readonly ContainerPartsReader _parts = new();

    // What most containers of a list have in common.
    private string? _image;
    private string? _imageId;
    private string? _command;
    private string? _state;
    private string? _status;

    private ContainerListReader(string engine) => _engine = engine;

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    /// <param name="engine">The engine's name.</param>
    public static IReadOnlyList<Container>? Read(ReadOnlyMemory<byte> answer, string engine)
    {
        try
        {
            return new ContainerListReader(engine).ReadAll(new JsonCursor(answer.Span));
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            throw new JsonException(failure.Message, failure);
        }
    }

    private List<Container>? ReadAll(JsonCursor json)
    {
        if (!json.EnterList())
        {
            return null;
        }

        var containers = new List<Container>();
        while (json.NextItem())
        {
            containers.Add(ReadContainer(ref json));
        }

        json.End();
        return containers;
    }

    private Container ReadContainer(ref JsonCursor json)
    {
        string? id = null, image = null, imageId = null, command = null, state = null, status = null;
        long? created = null, sizeRw = null, sizeRootFs = null;
        string[] names = [];
        ContainerPort[] ports = [];
        ContainerMount[] mounts = [];
        ContainerEndpoint[] networks = [];
        Dictionary<string, string>? labels = null;

        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            if (json.Is("Id"u8))
            {
                id = json.Text();
            }
            else if (json.Is("Names"u8))
            {
                names = Array.ConvertAll(json.Texts(), ContainerMapping.Plain);
            }
            else if (json.Is("Image"u8))
            {
                image = json.Text(ref _image);
            }
            else if (json.Is("ImageID"u8))
            {
                imageId = json.Text(ref _imageId);
            }
            else if (json.Is("Command"u8))
            {
                command = json.Text(ref _command);
            }
            else if (json.Is("Created"u8))
            {
                created = json.Number();
            }
            else if (json.Is("Ports"u8))
            {
                ports = ContainerPartsReader.ReadPorts(ref json);
            }
            else if (json.Is("SizeRw"u8))
            {
                sizeRw = json.Number();
            }
            else if (json.Is("SizeRootFs"u8))
            {
                sizeRootFs = json.Number();
            }
            else if (json.Is("Labels"u8))
            {
                labels = ReadLabels(ref json);
            }
            else if (json.Is("State"u8))
            {
                state = json.Text(ref _state);
            }
            else if (json.Is("Status"u8))
            {
                status = json.Text(ref _status);
            }
            else if (json.Is("NetworkSettings"u8))
            {
                networks = _parts.ReadNetworks(ref json);
            }
            else if (json.Is("Mounts"u8))
            {
                mounts = ContainerPartsReader.ReadMounts(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return new Container
        {
            ContainerId = id ?? "",
            Names = names,
            Name = ContainerMapping.OwnName(names),
            Image = ImageNames.Familiar(image) ?? "",
            ImageId = imageId ?? "",
            Command = command ?? "",
            Created = EngineTime.OfUnixSeconds(created ?? 0),
            State = ContainerWords.State(state),
            StateText = state ?? "",
            Status = status ?? "",
            Health = ContainerWords.HealthInStatus(status),
            ExitCode = ContainerWords.ExitCodeInStatus(status),
            Ports = ports,
            Labels = labels ?? [],
            Mounts = mounts,
            Networks = networks,
            SizeRw = sizeRw,
            SizeRootFs = sizeRootFs,
            Engine = _engine,
        };
    }

    private static Dictionary<string, string> ReadLabels(ref JsonCursor json)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var some = json.EnterObject(); some && json.NextMember();)
        {
            labels[json.Name()] = json.Text() ?? "";
        }

        return labels;
    }
}
