using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with images.</summary>
public interface IImageOperations
{
    /// <summary>
    /// Lists images, an item for each tag, with the containers that were made of them: <c>GET /images/json</c>, <c>GET /containers/json</c>.
    /// </summary>
    Task<IReadOnlyList<ContainerImage>> ListAsync(ImageQuery query, CancellationToken cancel);

    /// <summary>All that the engine knows of an image: <c>GET /images/{name}/json</c>.</summary>
    /// <param name="image">A name, an id, or the beginning of an id.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<ContainerImageDetail> InspectAsync(string image, CancellationToken cancel);

    /// <summary>The steps that made an image, the last first: <c>GET /images/{name}/history</c>.</summary>
    /// <param name="image">A name or an id.</param>
    /// <param name="name">The name that the steps carry.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<ContainerImageLayer>> HistoryAsync(string image, string name, CancellationToken cancel);

    /// <summary>Removes a name, and the image with its last one: <c>DELETE /images/{name}</c>.</summary>
    /// <param name="image">A name or an id.</param>
    /// <param name="force">Also while containers were made of it or, given an id, while it has several names.</param>
    /// <param name="noPrune">Leaves the unnamed images that it was built on.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<ContainerImageRemoval>> RemoveAsync(string image, bool force, bool noPrune, CancellationToken cancel);

    /// <summary>Gives an image one more name: <c>POST /images/{name}/tag</c>.</summary>
    /// <param name="image">A name or an id.</param>
    /// <param name="target">The new name with its tag.</param>
    /// <param name="cancel">Ends the call.</param>
    Task TagAsync(string image, ImageReference target, CancellationToken cancel);

    /// <summary>Pulls an image: <c>POST /images/create</c>. The first failure that the engine reports throws.</summary>
    /// <param name="reference">The image with its tag or digest.</param>
    /// <param name="platform">The platform, as <c>os/arch[/variant]</c>; null for the engine's own.</param>
    /// <param name="progress">Gets what has come so far.</param>
    /// <param name="cancel">Ends the pull.</param>
    /// <param name="login">What the registry is shown; null for nothing.</param>
    /// <param name="allTags">All tags of the repository, whatever tag the reference has.</param>
    Task PullAsync(
        ImageReference reference, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel, RegistryLogin? login = null, bool allTags = false);

    /// <summary>Pushes an image to the registry that its name begins with: <c>POST /images/{name}/push</c>. The first failure that the engine reports throws.</summary>
    /// <param name="reference">The image with its tag.</param>
    /// <param name="login">What the registry is shown; null for nothing.</param>
    /// <param name="allTags">All tags of the repository that the engine has, whatever tag the reference has.</param>
    /// <param name="progress">Gets what has gone so far.</param>
    /// <param name="cancel">Ends the push.</param>
    Task PushAsync(ImageReference reference, RegistryLogin? login, bool allTags, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Writes images, with their layers and names, as one archive: <c>GET /images/get</c>.</summary>
    /// <param name="images">Names, which the archive keeps, or ids.</param>
    /// <param name="platform">Only the images of this platform, as <c>os/arch[/variant]</c>; null for what the engine has. Needs API version 1.48.</param>
    /// <param name="target">Gets the archive.</param>
    /// <param name="progress">Gets the bytes that have come; null for nobody.</param>
    /// <param name="cancel">Ends the copy.</param>
    Task SaveAsync(IReadOnlyList<string> images, string? platform, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Loads the images of an archive: <c>POST /images/load</c>. The first failure that the engine reports throws.</summary>
    /// <param name="archive">The archive, plain or compressed.</param>
    /// <param name="length">How many bytes it has; null where that is not known.</param>
    /// <param name="platform">Only the images of this platform, as <c>os/arch[/variant]</c>; null for all. Needs API version 1.48.</param>
    /// <param name="progress">Gets the bytes that have gone; null for nobody.</param>
    /// <param name="cancel">Ends the load.</param>
    /// <returns>The names of the images, and the ids of those without a name.</returns>
    Task<IReadOnlyList<string>> LoadAsync(Stream archive, long? length, string? platform, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Makes an image of a root file system: <c>POST /images/create</c>. The first failure that the engine reports throws.</summary>
    /// <param name="import">The file system, and what the image gets besides.</param>
    /// <param name="progress">Gets the bytes that have gone; null for nobody.</param>
    /// <param name="cancel">Ends the import.</param>
    /// <returns>The image's id.</returns>
    Task<string> ImportAsync(RootFileSystemImport import, IProgress<TransferProgress>? progress, CancellationToken cancel);
}
