using System.Collections.Generic;

namespace DockerPS.Completion;

/// <summary>Completes the drivers that docker brings for networks and volumes.</summary>
public sealed class DriverCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) => request.Noun == "ContainerNetwork"
        ?
        [
            ("bridge", "A network of one machine"), ("overlay", "A network over the machines of a swarm"), ("macvlan", "Addresses of their own on the machine's network"),
            ("ipvlan", "As macvlan, with the machine's hardware address"), ("host", "The machine's own network"), ("null", "No network"),
            ("nat", "Windows: behind the machine's address"), ("transparent", "Windows: on the machine's network"), ("l2bridge", "Windows: with the machine's hardware address"),
        ]
        : [("local", "A folder of the engine's machine, or what its options mount")];
}
