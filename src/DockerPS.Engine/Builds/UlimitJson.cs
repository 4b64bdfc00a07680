namespace DockerPS.Builds;

/// <summary>A limit as the engine takes it.</summary>
internal sealed class UlimitJson
{
    public string Name { get; set; } = "";

    public long Soft { get; set; }

    public long Hard { get; set; }
}
