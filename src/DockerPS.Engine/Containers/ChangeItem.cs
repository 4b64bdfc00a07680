namespace DockerPS.Containers;

/// <summary>A file in the answer to <c>GET /containers/{id}/changes</c>.</summary>
internal sealed class ChangeItem
{
    public string? Path { get; set; }

    public int Kind { get; set; }

    public ContainerChange ToChange(string container, string engine) => new()
    {
        Container = container,
        Path = Path ?? "",
        Kind = Kind switch
        {
            0 => ContainerChangeKind.Modified,
            1 => ContainerChangeKind.Added,
            2 => ContainerChangeKind.Deleted,
            _ => ContainerChangeKind.Unknown,
        },
        Engine = engine,
    };
}
