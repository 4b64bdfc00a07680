using System.IO;
using System.Text.Json.Nodes;

namespace DockerPS.Connection.Contexts;

/// <summary>The docker command's <c>config.json</c>. All that stands in it beside the current context stays as it is.</summary>
internal static class DockerConfiguration
{
    private const string Member = "currentContext";

    /// <summary>The context that <c>docker context use</c> made current; null where none is.</summary>
    public static string? CurrentContext() =>
        ContextPaths.Folder() is { } folder && FileOf(folder) is var file && File.Exists(file) && StoredJson.Text(StoredJson.Read(file), Member) is { Length: > 0 } name ? name : null;

    /// <summary>Makes a context the current one; null for none.</summary>
    public static void SetCurrentContext(string folder, string? name)
    {
        var file = FileOf(folder);
        var root = File.Exists(file) ? StoredJson.Read(file) : new JsonObject();
        if (StoredJson.Text(root, Member) == name)
        {
            return;
        }

        if (name is null)
        {
            root.Remove(Member);
        }
        else
        {
            root[Member] = name;
        }

        AtomicFile.Write(file, StoredJson.ToBytes(root, indented: true));
    }

    private static string FileOf(string folder) => Path.Combine(folder, "config.json");
}
