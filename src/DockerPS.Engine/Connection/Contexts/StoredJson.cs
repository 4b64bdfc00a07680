using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DockerPS.Connection.Contexts;

/// <summary>The docker command's files, as trees: what this module does not know in them is written back as it was.</summary>
internal static class StoredJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a file that holds one object.</summary>
    public static JsonObject Read(string file)
    {
        try
        {
            return Parse(File.ReadAllBytes(file));
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(file, failure.Message, failure);
        }
    }

    public static JsonObject Parse(byte[] content)
    {
        var root = JsonNode.Parse(content, nodeOptions: null, new JsonDocumentOptions { MaxDepth = 64 }) as JsonObject ?? throw new JsonException("it is no JSON object");

        try
        {
            ReadThrough(root);
            return root;
        }
        catch (ArgumentException failure)
        {
            throw new JsonException("a member stands in it twice", failure);
        }
    }

    // Trees are made as they are read: what is wrong below shows now, and not in the middle of a change.
    private static void ReadThrough(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var member in parent)
                {
                    ReadThrough(member.Value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    ReadThrough(item);
                }

                break;
        }
    }

    public static byte[] ToBytes(JsonObject root, bool indented)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Indented : new JsonWriterOptions { Encoder = Indented.Encoder }))
        {
            root.WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>The text of a member somewhere below; null where it is missing or no text.</summary>
    public static string? Text(JsonObject root, params string[] path) => Node(root, path) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether a member somewhere below is true.</summary>
    public static bool Flag(JsonObject root, params string[] path) => Node(root, path) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>An object somewhere below, made where it is missing.</summary>
    public static JsonObject Inner(JsonObject root, params string[] path)
    {
        foreach (var name in path)
        {
            if (root[name] is not JsonObject inner)
            {
                root[name] = inner = [];
            }

            root = inner;
        }

        return root;
    }

    public static DockerException Damaged(string file, string why, Exception? inner) =>
        new(DockerError.ContextNotFound, $"The docker command's file {file} can't be read: {why}", inner);

    private static JsonNode? Node(JsonObject root, string[] path)
    {
        JsonNode? node = root;
        foreach (var name in path)
        {
            node = node is JsonObject parent && parent.TryGetPropertyValue(name, out var inner) ? inner : null;
        }

        return node;
    }
}
