using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>What an engine does with volumes. A volume is given by its name.</summary>
public interface IVolumeOperations
{
    /// <summary>Lists volumes: <c>GET /volumes</c>; their sizes come of <c>GET /system/df</c>, their users of <c>GET /containers/json</c>.</summary>
    Task<IReadOnlyList<ContainerVolume>> ListAsync(VolumeQuery query, CancellationToken cancel);

    /// <summary>One volume: <c>GET /volumes/{name}</c>.</summary>
    Task<ContainerVolume> InspectAsync(string volume, CancellationToken cancel);

    /// <summary>Makes a volume, or gives the one that has the name already: <c>POST /volumes/create</c>.</summary>
    Task<ContainerVolume> CreateAsync(VolumeSpecification specification, CancellationToken cancel);

    /// <summary>Removes a volume with all that is in it: <c>DELETE /volumes/{name}</c>.</summary>
    /// <param name="volume">The name.</param>
    /// <param name="force">One that is not there, or whose driver is gone, is no failure.</param>
    /// <param name="cancel">Ends the call.</param>
    Task RemoveAsync(string volume, bool force, CancellationToken cancel);
}
