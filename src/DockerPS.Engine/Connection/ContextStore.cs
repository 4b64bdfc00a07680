using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Reads the docker command's own contexts.</summary>
internal static class ContextStore
{
    /// <summary>The context that <c>docker context use</c> made current; null where none is.</summary>
    public static string? CurrentContext()
    {
        if (Folder() is not { } folder)
        {
            return null;
        }

        var file = Path.Combine(folder, "config.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var document = Parse(file);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("currentContext", out var current)
            && current.ValueKind == JsonValueKind.String
            && current.GetString() is { Length: > 0 } name
            ? name
            : null;
    }

    /// <summary>A context's endpoint.</summary>
    /// <param name="name">The context's name.</param>
    /// <param name="source">What named it, for the user.</param>
    public static EngineEndpoint Read(string name, string source)
    {
        var file = Folder() is { } folder ? Path.Combine(folder, "contexts", "meta", FolderName(name), "meta.json") : null;
        if (file is null || !File.Exists(file))
        {
            throw new DockerException(
                DockerError.ContextNotFound,
                $"There is no context named '{name}' (from {source}); an address is written unix:///path/to.sock, npipe:////./pipe/name or tcp://host:port.");
        }

        using var document = Parse(file);
        var host = Member(Member(Member(document.RootElement, "Endpoints"), "docker"), "Host");
        return host is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } address
            ? EndpointResolver.FromAddress(address, name, $"the context '{name}' ({source})")
            : throw Damaged(file, "it has no Endpoints.docker.Host", null);
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException failure)
        {
            throw Damaged(file, failure.Message, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Damaged(file, failure.Message, failure);
        }
    }

    private static DockerException Damaged(string file, string why, Exception? inner) =>
        new(DockerError.ContextNotFound, $"The docker command's file {file} can't be read: {why}", inner);

    // A runbook has no home folder: then there are no contexts.
    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } named)
        {
            return named;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".docker");
    }

    private static string FolderName(string context)
    {
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(context)).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
