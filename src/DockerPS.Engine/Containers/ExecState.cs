namespace DockerPS.Containers;

/// <summary>What is read of the answers to <c>POST /containers/{id}/exec</c> and <c>GET /exec/{id}/json</c>.</summary>
internal sealed class ExecState
{
    public string? Id { get; set; }

    public bool Running { get; set; }

    public int? ExitCode { get; set; }
}
