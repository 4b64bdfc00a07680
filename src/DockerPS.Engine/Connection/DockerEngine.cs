using System.Threading;
using System.Threading.Tasks;
using DockerPS.Builds;
using DockerPS.Containers;
using DockerPS.Engine;
using DockerPS.Images;
using DockerPS.Networks;
using DockerPS.Volumes;
using DockerPS.Registries;

namespace DockerPS.Connection;

/// <summary>One engine behind one endpoint.</summary>
internal sealed class DockerEngine : IDockerEngine
{
    private readonly EngineClient _client;

    public DockerEngine(EngineEndpoint endpoint)
    {
        _client = new EngineClient(endpoint);
        var containers = new ContainerOperations(_client);
        Containers = containers;
        Images = new ImageOperations(_client);
        Networks = new NetworkOperations(_client, containers);
        Volumes = new VolumeOperations(_client, containers);
        Registries = new RegistryOperations(_client);
        Builds = new BuildOperations(_client, Images);
        Processes = new ProcessOperations(_client, containers);
        Items = new ItemOperations(_client);
    }

    public EngineEndpoint Endpoint => _client.Endpoint;

    public IContainerOperations Containers { get; }

    public IImageOperations Images { get; }

    public INetworkOperations Networks { get; }

    public IVolumeOperations Volumes { get; }

    public IRegistryOperations Registries { get; }

    public IBuildOperations Builds { get; }

    public IProcessOperations Processes { get; }

    public IItemOperations Items { get; }

    public Task<EngineGreeting> PingAsync(CancellationToken cancel) => _client.PingAsync(cancel);
}
