using System.IO;
using DockerPS.Connection.Contexts;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Finds the endpoints of the docker command's own contexts.</summary>
internal static class ContextStore
{
    /// <summary>The context that <c>docker context use</c> made current; null where none is.</summary>
    public static string? CurrentContext() => DockerConfiguration.CurrentContext();

    /// <summary>A context's endpoint.</summary>
    /// <param name="name">The context's name.</param>
    /// <param name="source">What named it, for the user.</param>
    public static EngineEndpoint Read(string name, string source)
    {
        var folder = ContextPaths.Folder();
        var file = folder is null ? null : ContextPaths.MetaFile(folder, name);
        if (file is null || !File.Exists(file))
        {
            throw new DockerException(
                DockerError.ContextNotFound,
                $"There is no context named '{name}' (from {source}); an address is written unix:///path/to.sock, npipe:////./pipe/name, tcp://host:port or ssh://user@host.");
        }

        var meta = StoredJson.Read(file);
        if (StoredJson.Text(meta, "Endpoints", "docker", "Host") is not { Length: > 0 } address)
        {
            throw StoredJson.Damaged(file, "it has no Endpoints.docker.Host", inner: null);
        }

        var skip = StoredJson.Flag(meta, "Endpoints", "docker", "SkipTLSVerify");
        var tls = ContextPaths.Tls(folder!, name);
        return EndpointResolver.FromAddress(
            address, name, $"the context '{name}' ({source})", () => skip || TlsFolder.HasAny(tls) ? TlsFolder.Read(tls, skip) : null);
    }
}
