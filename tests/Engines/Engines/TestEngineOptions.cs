using System;
using System.Collections.Generic;

namespace DockerPS.Tests.Engines;

/// <summary>How an engine of a test differs from the usual one.</summary>
public sealed record TestEngineOptions
{
    /// <summary>What tests call it; by default its version and a number.</summary>
    public string? Name { get; init; }

    /// <summary>More arguments for dockerd, for example <c>--feature containerd-snapshotter=true</c> as two of them.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>More environment for dockerd, for example <c>DOCKER_MIN_API_VERSION</c>.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>A port of 127.0.0.1 to listen on as well; TLS comes by <see cref="Arguments"/>.</summary>
    public int? TcpPort { get; init; }

    /// <summary>The network that the engine lives in; without one that of the cage. TCP is at its address then.</summary>
    public NetworkNamespace? Network { get; init; }

    /// <summary>Time for the engine to answer its first ping.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(40);
}
