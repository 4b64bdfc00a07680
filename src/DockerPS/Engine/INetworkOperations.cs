using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with networks. A network is given by name, id or the beginning of an id, a container by id.</summary>
public interface INetworkOperations
{
    /// <summary>Lists networks: <c>GET /networks</c>.</summary>
    Task<IReadOnlyList<ContainerNetwork>> ListAsync(NetworkQuery query, CancellationToken cancel);

    /// <summary>All about one network: <c>GET /networks/{id}</c>.</summary>
    Task<ContainerNetworkDetail> InspectAsync(string network, CancellationToken cancel);

    /// <summary>Makes a network: <c>POST /networks/create</c>.</summary>
    Task<CreatedNetwork> CreateAsync(NetworkSpecification specification, CancellationToken cancel);

    /// <summary>Removes a network: <c>DELETE /networks/{id}</c>.</summary>
    Task RemoveAsync(string network, CancellationToken cancel);

    /// <summary>Connects a container to a network: <c>POST /networks/{id}/connect</c>.</summary>
    Task ConnectAsync(string network, string container, NetworkConnection connection, CancellationToken cancel);

    /// <summary>Takes a container out of a network: <c>POST /networks/{id}/disconnect</c>.</summary>
    Task DisconnectAsync(string network, string container, bool force, CancellationToken cancel);
}
