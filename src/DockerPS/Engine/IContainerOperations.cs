using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with containers. A container is given by id, id prefix or name.</summary>
public interface IContainerOperations
{
    /// <summary>Lists containers: <c>GET /containers/json</c>.</summary>
    Task<IReadOnlyList<Container>> ListAsync(ContainerQuery query, CancellationToken cancel);

    /// <summary>One container with all that the engine knows of it: <c>GET /containers/{id}/json</c>.</summary>
    Task<ContainerDetail> InspectAsync(string container, bool size, CancellationToken cancel);

    /// <summary>Creates a container: <c>POST /containers/create</c>. The image must be there.</summary>
    Task<CreatedContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancel);

    /// <summary>
    /// What a container was made of, without what it has from its image: <c>GET /containers/{id}/json</c>, <c>GET /images/{id}/json</c>, <c>GET /info</c>.
    /// </summary>
    Task<RecalledContainer> RecallAsync(string container, CancellationToken cancel);

    /// <summary>Starts a container; one that runs already is no error: <c>POST /containers/{id}/start</c>.</summary>
    Task StartAsync(string container, CancellationToken cancel);

    /// <summary>Stops a container; one that does not run is no error: <c>POST /containers/{id}/stop</c>.</summary>
    Task StopAsync(string container, TimeSpan? timeout, string? signal, CancellationToken cancel);

    /// <summary>Kills a container's process: <c>POST /containers/{id}/kill</c>.</summary>
    Task KillAsync(string container, string? signal, CancellationToken cancel);

    /// <summary>Freezes a container's processes: <c>POST /containers/{id}/pause</c>.</summary>
    Task PauseAsync(string container, CancellationToken cancel);

    /// <summary>Lets a container's processes go on: <c>POST /containers/{id}/unpause</c>.</summary>
    Task UnpauseAsync(string container, CancellationToken cancel);

    /// <summary>Gives a container another name: <c>POST /containers/{id}/rename</c>.</summary>
    Task RenameAsync(string container, string newName, CancellationToken cancel);

    /// <summary>Changes a container's limits and restart policy: <c>POST /containers/{id}/update</c>.</summary>
    /// <returns>What the engine warns of.</returns>
    Task<IReadOnlyList<string>> UpdateAsync(string container, ContainerUpdate update, CancellationToken cancel);

    /// <summary>Makes an image of a container's files and gives its id: <c>POST /commit</c>.</summary>
    Task<string> CommitAsync(string container, ContainerCommit commit, CancellationToken cancel);

    /// <summary>The files that a container has changed: <c>GET /containers/{id}/changes</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="name">The name that the changes carry.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<ContainerChange>> ChangesAsync(string container, string name, CancellationToken cancel);

    /// <summary>Stops and starts a container: <c>POST /containers/{id}/restart</c>.</summary>
    Task RestartAsync(string container, TimeSpan? timeout, string? signal, CancellationToken cancel);

    /// <summary>Removes a container: <c>DELETE /containers/{id}</c>.</summary>
    Task RemoveAsync(string container, bool force, bool volumes, CancellationToken cancel);

    /// <summary>The processes in a container: <c>GET /containers/{id}/top</c>.</summary>
    Task<ProcessTable> ProcessesAsync(string container, string? psArguments, CancellationToken cancel);

    /// <summary>Waits for a container's end and gives its exit code, null where the engine does not tell it: <c>POST /containers/{id}/wait</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="condition">not-running, next-exit or removed.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<long?> WaitAsync(string container, string condition, CancellationToken cancel);

    /// <summary>Waits until a container's state satisfies a test; asks again on each of its events: <c>GET /events</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="satisfied">Called with each new state; true ends the wait, a throw breaks it off.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<ContainerDetail> WatchAsync(string container, Func<ContainerDetail, bool> satisfied, CancellationToken cancel);

    /// <summary>Measures once what a container uses: <c>GET /containers/{id}/stats</c>.</summary>
    Task<ContainerStatistics> MeasureAsync(string container, CancellationToken cancel);

    /// <summary>Measures what a container uses once a second, until it ends: <c>GET /containers/{id}/stats?stream=true</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="sample">Called with each sample, on another thread.</param>
    /// <param name="cancel">Ends the measuring.</param>
    Task MeasureAsync(string container, Action<ContainerStatistics> sample, CancellationToken cancel);

    /// <summary>Writes a container's whole file system as a tar archive: <c>GET /containers/{id}/export</c>.</summary>
    /// <param name="container">The container.</param>
    /// <param name="target">Gets the archive.</param>
    /// <param name="progress">Gets the bytes that have come; null for nobody.</param>
    /// <param name="cancel">Ends the copy.</param>
    Task ExportAsync(string container, Stream target, IProgress<TransferProgress>? progress, CancellationToken cancel);

    /// <summary>Opens a container's log: <c>GET /containers/{id}/logs</c>.</summary>
    Task<ILogReader> OpenLogAsync(string container, LogQuery query, CancellationToken cancel);
}
