using System.Threading;
using System.Threading.Tasks;
using DockerPS.Builds;
using DockerPS.Containers;
using DockerPS.Daemon;
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

    public DockerEngine(EngineEndpoint endpoint) => _client = new EngineClient(endpoint);

    public EngineEndpoint Endpoint => _client.Endpoint;

    // Each is made when it is first asked for: the first command of a process waits for nothing that it does not need. They hold nothing, so two at once do no harm.
    public IContainerOperations Containers => AllContainers;

    public IImageOperations Images => field ??= new ImageOperations(_client);

    public IDaemonOperations Daemon => field ??= new DaemonOperations(_client);

    public INetworkOperations Networks => field ??= new NetworkOperations(_client, AllContainers);

    public IVolumeOperations Volumes => field ??= new VolumeOperations(_client, AllContainers);

    public IRegistryOperations Registries => field ??= new RegistryOperations(_client);

    public IBuildOperations Builds => field ??= new BuildOperations(_client, Images);

    public IProcessOperations Processes => field ??= new ProcessOperations(_client, AllContainers);

    public IItemOperations Items => field ??= new ItemOperations(_client);

    private ContainerOperations AllContainers => field ??= new ContainerOperations(_client);

    public Task<EngineGreeting> PingAsync(CancellationToken cancel) => _client.PingAsync(cancel);
}
