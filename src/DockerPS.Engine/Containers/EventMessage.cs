namespace DockerPS.Containers;

/// <summary>What is read of a message of <c>GET /events</c>.</summary>
internal sealed class EventMessage
{
    public string? Action { get; set; }
}
