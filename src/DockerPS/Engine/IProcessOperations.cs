using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with processes whose outputs and standard input are held. A container is given by id.</summary>
public interface IProcessOperations
{
    /// <summary>
    /// Starts a process in a container that runs: <c>POST /containers/{id}/exec</c>, <c>POST /exec/{id}/start</c>.
    /// </summary>
    /// <returns>Its outputs; null when it is left to itself.</returns>
    Task<IProcessStream?> StartAsync(string container, ProcessSpecification specification, CancellationToken cancel);

    /// <summary>
    /// Holds on to the outputs of a container's own process, before it is started so that nothing is lost: <c>POST /containers/{id}/attach</c>, <c>POST /containers/{id}/wait</c>.
    /// </summary>
    Task<IProcessStream> AttachAsync(string container, AttachSpecification specification, CancellationToken cancel);
}
