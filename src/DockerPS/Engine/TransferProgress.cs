namespace DockerPS.Engine;

/// <summary>How far a pull or another transfer has come.</summary>
public sealed class TransferProgress
{
    /// <summary>What is being done, in the engine's words.</summary>
    public string Status { get; init; } = "";

    /// <summary>Bytes that have come.</summary>
    public long Current { get; init; }

    /// <summary>Bytes in all, as far as it is known; zero where it is not.</summary>
    public long Total { get; init; }

    /// <summary>Layers that are there.</summary>
    public int LayersDone { get; init; }

    /// <summary>Layers in all, as far as it is known.</summary>
    public int Layers { get; init; }

    /// <summary>Steps of a build that are done.</summary>
    public int StepsDone { get; init; }

    /// <summary>Steps in all, as far as it is known.</summary>
    public int Steps { get; init; }
}
