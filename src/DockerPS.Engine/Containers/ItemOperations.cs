using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Archives;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>Files and folders in containers, straight between the connection and the disk.</summary>
internal sealed class ItemOperations(EngineClient client) : IItemOperations
{
    private const string StatusHeader = "X-Docker-Container-Path-Stat";

    public async Task CopyFromAsync(
        string container, ItemSource source, LocalPath target, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var place = LocalTargets.Of(target);
        using var archive = await OpenAsync(container, source, options, cancel).ConfigureAwait(false);
        using var stop = cancel.Register(archive.Dispose);
        var (folder, newName) = place.Decide(source.Path, archive.IsFolder, options.Several || source.Pattern is not null);
        var moved = new MovedBytes(progress, "Receiving") { Total = archive.Size };
        new Extraction(folder, archive.Naming(newName), options.Archive, options.Refused).Run(archive.Reader, moved.Add, cancel);
    }

    public async Task CopyToAsync(
        string container, IReadOnlyList<LocalPath> sources, string target, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var place = await TargetAsync(container, target, cancel).ConfigureAwait(false);
        var several = options.Several || sources.Count > 1;
        var items = sources.Select(source => (source.Path, Item: LocalTargets.Source(source, options.FollowLink))).ToList();
        var decided = items.ConvertAll(item => place.Decide(item.Path, item.Item.IsFolder, several));
        using var upload = await UploadAsync(container, decided[0].Folder, options.Archive, cancel).ConfigureAwait(false);
        var moved = new MovedBytes(progress, "Sending") { Total = items.Exists(item => item.Item.IsFolder) ? 0 : items.Sum(item => item.Item.Size) };
        var writer = new TarWriter(upload);
        var tree = new LocalTree(writer, moved.Add, cancel);
        for (var at = 0; at < items.Count; at++)
        {
            tree.Add(items[at].Path, decided[at].NewName ?? items[at].Item.Name, items[at].Item.Follow);
        }

        writer.Finish();
        upload.Finish();
    }

    public async Task CopyAcrossAsync(
        string container,
        ItemSource source,
        IItemOperations other,
        string otherContainer,
        string target,
        ItemCopyOptions options,
        IProgress<TransferProgress>? progress,
        CancellationToken cancel)
    {
        var receiver = (ItemOperations)other;
        var place = await receiver.TargetAsync(otherContainer, target, cancel).ConfigureAwait(false);
        using var archive = await OpenAsync(container, source, options, cancel).ConfigureAwait(false);
        using var stop = cancel.Register(archive.Dispose);
        var (folder, newName) = place.Decide(source.Path, archive.IsFolder, options.Several || source.Pattern is not null);
        if (receiver == this && container == otherContainer)
        {
            // The engine locks a container as long as it is read: it would never begin to write.
            archive.Keep(cancel);
        }

        if (archive.IsFolder && archive.TopName(newName) is { } top)
        {
            (folder, newName) = await receiver.PlaceAsync(otherContainer, folder, top, cancel).ConfigureAwait(false);
        }

        using var upload = await receiver.UploadAsync(otherContainer, folder, toUser: false, cancel).ConfigureAwait(false);
        var moved = new MovedBytes(progress, "Copying") { Total = archive.Size };
        new Passage(archive.Naming(newName), options.Archive, options.Refused, Below(folder, options.Sparse)).Run(archive.Reader, new TarWriter(upload), moved.Add, cancel);
        upload.Finish();
    }

    public async Task ExportAsync(string container, string path, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var place = new ItemPath(path);
        if (place.IsContent && (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            // Of a folder's content it leaves out the folder itself, with its owner and mode.
            var folder = new ItemPath(path.Substring(0, path.LastIndexOf('/')));
            using var whole = await client.OpenAsync(Address(container, folder.Text).ToString(), Subject.Path(path), cancel).ConfigureAwait(false);
            using var stopWhole = cancel.Register(whole.Dispose);
            var reader = new TarReader(whole.Read, () => Failures.Lost(client.Endpoint, inner: null));
            var moved = new MovedBytes(progress, "Receiving");
            new Passage(EntryNaming.Of(folder.Base, newName: ""), owners: true, refusal => throw refusal, sparse: null).Run(reader, new TarWriter(target), moved.Add, cancel);
            return;
        }

        using var source = await client.OpenAsync(Address(container, path).ToString(), Subject.Path(path), cancel).ConfigureAwait(false);
        using var stop = cancel.Register(source.Dispose);
        ArchiveCopy.Run(source, target, progress, cancel);
    }

    public async Task ImportAsync(
        string container, string folder, Stream source, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        var place = new ItemPath(folder);
        using var archive = ImportedArchive.Open(source, cancel);
        var moved = new MovedBytes(progress, "Sending") { Total = archive.Length };
        // From the folder around it, so that the folder itself gets its owner and mode.
        var (around, newName) = archive.IsTar ? await PlaceAsync(container, place.Folder, place.Base, cancel).ConfigureAwait(false) : (folder, null);
        using var upload = await UploadAsync(container, around, toUser: false, cancel).ConfigureAwait(false);
        if (archive.IsTar)
        {
            var naming = EntryNaming.Of(".", newName);
            new Passage(naming, owners: true, options.Refused, Below(around, options.Sparse)).Run(archive.Reader(), new TarWriter(upload), moved.Add, cancel);
        }
        else
        {
            archive.CopyTo(upload, moved.Add, cancel);
        }

        upload.Finish();
    }

    // An archive's names are those below the folder that it is taken out in.
    private static Action<SparseFile>? Below(string folder, Action<SparseFile>? found) =>
        found is null ? null : file => found(new SparseFile((folder + "/" + file.Path).TrimStart('/'), file.Size, file.Modified, file.Data));

    // What goes to a folder around a volume Podman puts beneath that, in a container that does not run; and of what goes to a folder itself Docker leaves the owner and mode of that one.
    private async Task<(string Folder, string NewName)> PlaceAsync(string container, string folder, string top, CancellationToken cancel)
    {
        var path = folder.TrimEnd('/') + "/" + top;
        return (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman && await StatusAsync(container, path, cancel).ConfigureAwait(false) is { IsFolder: true }
            ? (path, "")
            : (folder, top);
    }

    // As the docker command does: a target that is a link stands for what it points to, one link far.
    private async Task<CopyTarget> TargetAsync(string container, string target, CancellationToken cancel)
    {
        var path = new ItemPath(target);
        var status = await StatusAsync(container, target, cancel).ConfigureAwait(false);
        if (status is { IsLink: true })
        {
            path = path.Follow(status.LinkTarget);
            status = await StatusAsync(container, path.Text, cancel).ConfigureAwait(false);
        }

        return status is { IsSpecial: true }
            ? throw new DockerException(DockerError.InvalidArgument, $"{target} in the container is neither a file nor a folder.")
            : new CopyTarget
            {
                Text = target,
                Path = path.Text,
                Folder = path.Folder,
                Base = path.Base,
                Exists = status is not null,
                IsFolder = status is { IsFolder: true },
                MustBeFolder = path.IsFolder,
            };
    }

    private async Task<PathStatus?> StatusAsync(string container, string path, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.SendAsync(HttpMethod.Head, Address(container, path).ToString(), Subject.Path(path), cancel).ConfigureAwait(false);
            return Status(answer.Headers.TryGetValues(StatusHeader, out var values) ? values.First() : "");
        }
        catch (DockerException failure) when (failure.StatusCode == 404)
        {
            // The answer to this method has no words: that the container is gone the next request tells.
            return null;
        }
    }

    private async Task<ItemArchive> OpenAsync(string container, ItemSource source, ItemCopyOptions options, CancellationToken cancel)
    {
        var path = new ItemPath(source.Pattern is null ? source.Path : source.Path.TrimEnd('/') + "/.");
        string? ownName = null;
        if (options.FollowLink && source.Pattern is null && await StatusAsync(container, path.Text, cancel).ConfigureAwait(false) is { IsLink: true } link)
        {
            // What it points to is copied under the link's own name.
            ownName = path.IsContent ? null : path.Base;
            path = path.Follow(link.LinkTarget);
        }

        var stream = await client.OpenAsync(Address(container, path.Text).ToString(), Subject.Path(path.Text), cancel).ConfigureAwait(false);
        return new ItemArchive(stream, Status(stream.Header(StatusHeader + ":")), path.Base, ownName, source.Pattern);
    }

    /// <param name="container">The container.</param>
    /// <param name="folder">The folder that the archive is taken out in.</param>
    /// <param name="toUser">All becomes the property of the user that the container runs as; else the archive's owners count.</param>
    /// <param name="cancel">Ends the upload.</param>
    private Task<UploadStream> UploadAsync(string container, string folder, bool toUser, CancellationToken cancel)
    {
        var path = Address(container, folder).Add("noOverwriteDirNonDir", "true").Add("copyUIDGID", toUser ? "true" : null);
        return client.UploadAsync(new HotRequest("PUT", path.ToString(), Chunked: "application/x-tar"), Subject.Path(folder), cancel);
    }

    private static Query Address(string container, string path) =>
        new Query("/containers/" + Uri.EscapeDataString(container) + "/archive").Add("path", path);

    private PathStatus Status(string header)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(header)));
            var root = json.RootElement;
            return new PathStatus(
                root.GetProperty("name").GetString() ?? "",
                root.GetProperty("size").GetInt64(),
                root.GetProperty("mode").GetUInt32(),
                root.TryGetProperty("linkTarget", out var link) ? link.GetString() ?? "" : "");
        }
        catch (Exception failure) when (failure is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The engine {client.Endpoint.Name} did not say what is at the path: {failure.Message}", failure);
        }
    }
}
