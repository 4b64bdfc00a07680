using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DockerPS.Registries;

/// <summary>
/// The docker command's <c>config.json</c>, of which only the logins are ours: all else comes back as it was. It is written under another name first and then put in its
/// place, so that no reader ever finds half of it.
/// </summary>
internal sealed class DockerConfigFile
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Read = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    private readonly string _file;

    private DockerConfigFile(string file, JsonObject root) => (_file, Root) = (file, root);

    /// <summary>The whole content; members that are not known here too.</summary>
    public JsonObject Root { get; }

    /// <summary>The file as it is now; an empty one where there is none.</summary>
    public static DockerConfigFile Load()
    {
        var file = PathOf();
        if (file is null)
        {
            return new DockerConfigFile("", []);
        }

        try
        {
            var content = File.Exists(file) ? File.ReadAllText(file) : "";
            var root = string.IsNullOrWhiteSpace(content) ? new JsonObject() : JsonNode.Parse(content, nodeOptions: null, Read) as JsonObject;
            return new DockerConfigFile(file, root ?? throw new JsonException("it is not an object."));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.CredentialStoreFailed, $"The docker command's file {file} can't be read: {failure.Message}", failure);
        }
    }

    /// <summary>A member's text; null where it is missing or of another kind.</summary>
    public static string? Text(JsonObject? parent, string name) =>
        parent is not null && parent.TryGetPropertyValue(name, out var member) && member is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A member that is an object; null where it is missing or of another kind.</summary>
    public static JsonObject? Section(JsonObject? parent, string name) =>
        parent is not null && parent.TryGetPropertyValue(name, out var member) ? member as JsonObject : null;

    /// <summary>Writes it: whole, or not at all. Only its owner may read it.</summary>
    public void Save()
    {
        if (_file.Length == 0)
        {
            throw new DockerException(
                DockerError.CredentialStoreFailed, "This account has no home folder for the docker command's config.json, and $env:DOCKER_CONFIG names none.")
            { Remedy = "Connect-DockerRegistry -NoStore keeps the login to this session." };
        }

        var target = Target(_file);
        var partial = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (var stream = Create(partial))
            {
                var bytes = Encoding.UTF8.GetBytes(Indented(Root.ToJsonString(Written)));
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            Replace(partial, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.CredentialStoreFailed, $"The docker command's file {_file} can't be written: {failure.Message.Replace(partial, _file)}", failure);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    // A runbook has no home folder: then there is no file.
    private static string? PathOf()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } named)
        {
            return Path.Combine(Path.GetFullPath(named), "config.json");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".docker", "config.json");
    }

    // The docker command indents with tabs. No text in JSON goes over a line, so what begins one is indentation.
    private static string Indented(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var line in json.Replace("\r\n", "\n").Split('\n'))
        {
            var spaces = line.Length - line.TrimStart(' ').Length;
            text.Append(text.Length == 0 ? "" : "\n").Append('\t', spaces / 2).Append(line, spaces, line.Length - spaces);
        }

        return text.ToString();
    }

#if NET
    // What the file's name links to is written, and the link stays. The first login finds no file.
    private static string Target(string file) => File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }

    private static void Replace(string partial, string target) => File.Move(partial, target, overwrite: true);
#else
    private static string Target(string file) => file;

    // On Windows a user's own folder keeps others out.
    private static FileStream Create(string file) => new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private static void Replace(string partial, string target)
    {
        if (File.Exists(target))
        {
            File.Replace(partial, target, destinationBackupFileName: null);
        }
        else
        {
            File.Move(partial, target);
        }
    }
#endif
}
