using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection.Contexts;

/// <summary>Reads and writes the docker command's contexts in its own format.</summary>
internal sealed class ContextOperations : IContextStore
{
    public IReadOnlyList<DockerContext> List(ICollection<DockerException> damaged)
    {
        string? current = null;
        Try(damaged, () => current = DockerConfiguration.CurrentContext());
        var found = new List<DockerContext> { OfEnvironment(current, damaged) };
        if (ContextPaths.Folder() is { } folder && Directory.Exists(ContextPaths.MetaRoot(folder)))
        {
            foreach (var file in Directory.GetDirectories(ContextPaths.MetaRoot(folder)).Select(context => Path.Combine(context, ContextArchive.Meta)).Where(File.Exists))
            {
                Try(damaged, () => found.Add(ToContext(folder, file, StoredJson.Read(file), current)));
            }
        }

        return [found[0], .. found.Skip(1).OrderBy(context => context.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public DockerContext Get(string name)
    {
        var current = DockerConfiguration.CurrentContext();
        if (name == ContextPaths.Default)
        {
            return OfEnvironment(current, damaged: null);
        }

        var (folder, file) = Find(name);
        return ToContext(folder, file, StoredJson.Read(file), current);
    }

    public DockerContext Create(string name, ContextSpecification specification)
    {
        ContextPaths.CheckNew(name);
        var folder = ContextPaths.DemandedFolder();
        var file = CheckFree(folder, name);
        var meta = new JsonObject { ["Name"] = name, ["Metadata"] = new JsonObject(), ["Endpoints"] = new JsonObject() };
        IReadOnlyList<KeyValuePair<string, byte[]>> tls = [];
        if (specification.From is { } from)
        {
            var (_, source) = Find(from);
            meta = StoredJson.Read(source);
            meta["Name"] = name;
            tls = TlsFiles(folder, from);
        }
        else if (specification.Address is null)
        {
            throw new DockerException(DockerError.ContextInvalid, $"The context '{name}' needs an address, or another context to begin from.");
        }

        return Save(folder, file, name, meta, specification, tls);
    }

    public DockerContext Update(string name, ContextSpecification specification)
    {
        RefuseDefault(name);
        var (folder, file) = Find(name);
        return Save(folder, file, name, StoredJson.Read(file), specification, TlsFiles(folder, name));
    }

    public void Remove(string name, bool force)
    {
        RefuseDefault(name);
        var (folder, file) = Find(name);
        if (DockerConfiguration.CurrentContext() == name)
        {
            if (!force)
            {
                throw new DockerException(DockerError.StateConflict, $"The context '{name}' is the current one.") { Remedy = "Use another one first (Use-DockerContext default), or -Force." };
            }

            DockerConfiguration.SetCurrentContext(folder, name: null);
        }

        Changing(file, () =>
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            DeleteFolder(ContextPaths.TlsRoot(folder, name));
        });
    }

    public DockerContext Use(string name)
    {
        var folder = ContextPaths.DemandedFolder();
        if (name != ContextPaths.Default)
        {
            _ = Get(name);
        }

        Changing(folder, () => DockerConfiguration.SetCurrentContext(folder, name == ContextPaths.Default ? null : name));
        return Get(name);
    }

    public void Export(string name, string file)
    {
        RefuseDefault(name);
        var (folder, meta) = Find(name);
        _ = ToContext(folder, meta, StoredJson.Read(meta), current: null);

        // Whole in memory first: a context that can't be read leaves no file.
        using var archive = new MemoryStream();
        ContextArchive.Write(archive, [new(ContextArchive.Meta, File.ReadAllBytes(meta)), .. TlsFiles(folder, name)]);
        try
        {
            AtomicFile.Write(file, archive.ToArray());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.LocalPathFailed, $"The archive {file} can't be written: {failure.Message}", failure);
        }
    }

    public DockerContext Import(string name, Stream archive)
    {
        ContextPaths.CheckNew(name);
        var folder = ContextPaths.DemandedFolder();
        var file = CheckFree(folder, name);
        var files = ContextArchive.Read(archive);
        JsonObject meta;
        try
        {
            meta = StoredJson.Parse(files[ContextArchive.Meta]);
            meta["Name"] = name;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            throw ContextArchive.Refused($"its {ContextArchive.Meta} can't be read, {failure.Message.TrimEnd('.')}", failure);
        }

        try
        {
            return Save(folder, file, name, meta, new ContextSpecification(), [.. files.Where(entry => entry.Key != ContextArchive.Meta)]);
        }
        catch (DockerException failure) when (failure.Error is DockerError.InvalidEndpoint or DockerError.ContextNotFound)
        {
            throw ContextArchive.Refused(failure.Message.TrimEnd('.'), failure);
        }
    }

    private static DockerContext Save(
        string folder, string file, string name, JsonObject meta, ContextSpecification specification, IReadOnlyList<KeyValuePair<string, byte[]>> tls)
    {
        var endpoint = StoredJson.Inner(meta, "Endpoints", "docker");
        if (specification.Address is { } address)
        {
            endpoint["Host"] = address;
        }

        if (specification.SkipTlsVerify is not null || endpoint["SkipTLSVerify"] is null)
        {
            endpoint["SkipTLSVerify"] = specification.SkipTlsVerify ?? false;
        }

        if (specification.Description is { } description)
        {
            StoredJson.Inner(meta, "Metadata")["Description"] = description;
        }

        var files = ContextTls.Change(specification, tls);

        // What can't be used later is refused now, before anything is written.
        var host = StoredJson.Text(meta, "Endpoints", "docker", "Host") ?? throw StoredJson.Damaged(file, "it has no Endpoints.docker.Host", inner: null);
        EndpointResolver.FromAddress(host, name, $"the context '{name}'", () => null);
        Changing(file, () =>
        {
            ContextTls.Write(ContextPaths.TlsRoot(folder, name), files);
            AtomicFile.Write(file, StoredJson.ToBytes(meta, indented: false));
        });
        return ToContext(folder, file, meta, DockerConfiguration.CurrentContext());
    }

    private static DockerContext ToContext(string folder, string file, JsonObject meta, string? current)
    {
        var name = StoredJson.Text(meta, "Name") is { Length: > 0 } said ? said : throw StoredJson.Damaged(file, "it has no Name", inner: null);
        if (ContextPaths.FolderName(name) != Path.GetFileName(Path.GetDirectoryName(file)))
        {
            throw StoredJson.Damaged(file, $"it says that it is the context '{name}', which is kept elsewhere", inner: null);
        }

        var host = StoredJson.Text(meta, "Endpoints", "docker", "Host");
        var tls = ContextPaths.Tls(folder, name);
        return new DockerContext
        {
            Name = name,
            Description = StoredJson.Text(meta, "Metadata", "Description") ?? "",
            Address = Uri.TryCreate(host, UriKind.Absolute, out var address) ? address : null,
            IsCurrent = current == name,
            SkipTlsVerify = StoredJson.Flag(meta, "Endpoints", "docker", "SkipTLSVerify"),
            TlsFiles = Directory.Exists(tls) ? [.. Directory.GetFiles(tls).OrderBy(path => path, StringComparer.Ordinal)] : [],
            File = file,
        };
    }

    private static DockerContext OfEnvironment(string? current, ICollection<DockerException>? damaged)
    {
        EngineEndpoint? endpoint = null;
        if (damaged is null)
        {
            endpoint = EndpointResolver.Resolve(ContextPaths.Default);
        }
        else
        {
            Try(damaged, () => endpoint = EndpointResolver.Resolve(ContextPaths.Default));
        }

        return new DockerContext
        {
            Name = ContextPaths.Default,
            Description = "What the environment says, or the platform's default",
            Address = endpoint?.Address,
            IsCurrent = current is null or ContextPaths.Default,
            SkipTlsVerify = endpoint?.Tls?.SkipVerification ?? false,
        };
    }

    private static List<KeyValuePair<string, byte[]>> TlsFiles(string folder, string name) => ContextTls.Read(ContextPaths.TlsRoot(folder, name));

    private static (string Folder, string File) Find(string name)
    {
        RefuseDefault(name);
        var folder = ContextPaths.Folder();
        var file = folder is null ? null : ContextPaths.MetaFile(folder, name);
        return file is not null && File.Exists(file)
            ? (folder!, file)
            : throw new DockerException(DockerError.ContextNotFound, $"There is no context named '{name}'.") { Remedy = "Get-DockerContext lists the contexts that are there." };
    }

    private static string CheckFree(string folder, string name)
    {
        var file = ContextPaths.MetaFile(folder, name);
        return File.Exists(file)
            ? throw new DockerException(DockerError.NameConflict, $"There is a context '{name}' already.") { Remedy = "Choose another name, or change the one that is there: Set-DockerContext." }
            : file;
    }

    private static void RefuseDefault(string name)
    {
        if (name == ContextPaths.Default)
        {
            throw new DockerException(DockerError.ContextInvalid, "The context default is made of the environment and stands in no file: it can't be changed, removed, exported or copied.");
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Changing(string what, Action change)
    {
        try
        {
            change();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.ContextInvalid, $"{what} can't be changed: {failure.Message}", failure);
        }
    }

    private static void Try(ICollection<DockerException> damaged, Action read)
    {
        try
        {
            read();
        }
        catch (DockerException failure)
        {
            damaged.Add(failure);
        }
    }
}
