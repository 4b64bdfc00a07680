using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with files and folders in containers, running or not. A container is given by id. The calling thread is blocked meanwhile.</summary>
public interface IItemOperations
{
    /// <summary>Copies from a container to this machine: <c>GET /containers/{id}/archive</c>.</summary>
    Task CopyFromAsync(
        string container, ItemSource source, LocalPath target, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Copies from this machine to a container: <c>PUT /containers/{id}/archive</c>.</summary>
    Task CopyToAsync(
        string container, IReadOnlyList<LocalPath> sources, string target, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Copies from a container to another, maybe of another engine; nothing is kept in between.</summary>
    /// <param name="container">The container that is copied from.</param>
    /// <param name="source">What is copied.</param>
    /// <param name="other">The engine of the container that is copied to.</param>
    /// <param name="otherContainer">The container that is copied to.</param>
    /// <param name="target">The path there.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Gets the bytes that have been copied; null for nobody.</param>
    /// <param name="cancel">Ends the copy.</param>
    Task CopyAcrossAsync(
        string container,
        ItemSource source,
        IItemOperations other,
        string otherContainer,
        string target,
        ItemCopyOptions options,
        IProgress<TransferProgress>? progress,
        CancellationToken cancel);

    /// <summary>Writes what is at a path of a container as a tar archive, as the engine makes it: <c>GET /containers/{id}/archive</c>.</summary>
    Task ExportAsync(string container, string path, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Has a tar archive, compressed or not, taken out by the engine in a folder of a container: <c>PUT /containers/{id}/archive</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="folder">The folder, which is there.</param>
    /// <param name="source">The archive, which can be sought in.</param>
    /// <param name="options">Who gets what is refused, and the files with long runs of zeros.</param>
    /// <param name="progress">Gets the bytes that have been sent; null for nobody.</param>
    /// <param name="cancel">Ends the copy.</param>
    Task ImportAsync(string container, string folder, Stream source, ItemCopyOptions options, IProgress<TransferProgress>? progress, CancellationToken cancel);
}
