using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>One engine. Every call may throw a <see cref="DockerException"/>.</summary>
public interface IDockerEngine
{
    /// <summary>Where it is.</summary>
    EngineEndpoint Endpoint { get; }

    /// <summary>What it does with containers.</summary>
    IContainerOperations Containers { get; }

    /// <summary>What it does with images.</summary>
    IImageOperations Images { get; }

    /// <summary>What it tells of itself.</summary>
    IDaemonOperations Daemon { get; }

    /// <summary>What it does with networks.</summary>
    INetworkOperations Networks { get; }

    /// <summary>What it does with volumes.</summary>
    IVolumeOperations Volumes { get; }

    /// <summary>What it does with registries.</summary>
    IRegistryOperations Registries { get; }

    /// <summary>What it does to build images.</summary>
    IBuildOperations Builds { get; }

    /// <summary>What it does with processes whose outputs are held.</summary>
    IProcessOperations Processes { get; }

    /// <summary>What it does with files and folders in containers.</summary>
    IItemOperations Items { get; }

    /// <summary>Asks the engine who it is.</summary>
    /// <param name="cancel">Ends the call.</param>
    Task<EngineGreeting> PingAsync(CancellationToken cancel);
}
