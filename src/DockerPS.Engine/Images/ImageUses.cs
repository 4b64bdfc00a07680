using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerPS.Connection;
using DockerPS.Containers;

namespace DockerPS.Images;

/// <summary>Reads from the answer to <c>GET /containers/json</c> which containers were made of which image, and nothing else.</summary>
internal static class ImageUses
{
    /// <summary>The names of the containers of each image, by its id.</summary>
    /// <param name="answer">The bytes, which are only lent.</param>
    public static IReadOnlyDictionary<string, string[]> Read(ReadOnlyMemory<byte> answer)
    {
        var uses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        try
        {
            var json = new JsonCursor(answer.Span);
            for (var some = json.EnterList(); some && json.NextItem();)
            {
                ReadContainer(ref json, uses);
            }

            json.End();
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            throw new JsonException(failure.Message, failure);
        }

        return uses.ToDictionary(use => use.Key, use => use.Value.ToArray(), StringComparer.Ordinal);
    }

    private static void ReadContainer(ref JsonCursor json, Dictionary<string, List<string>> uses)
    {
        string? id = null, image = null;
        string[] names = [];
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
            else if (json.Is("ImageID"u8))
            {
                image = ImageNames.WholeId(json.Text());
            }
            else
            {
                json.Skip();
            }
        }

        if (!uses.TryGetValue(image ?? "", out var containers))
        {
            uses.Add(image ?? "", containers = []);
        }

        var name = ContainerMapping.OwnName(names);
        containers.Add(name.Length > 0 ? name : id ?? "");
    }
}
