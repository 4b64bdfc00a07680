namespace DockerPS.Containers;

/// <summary>The answer to <c>POST /containers/{id}/wait</c>.</summary>
internal sealed class WaitAnswer
{
    public long StatusCode { get; set; }

    public WaitError? Error { get; set; }

    /// <summary>Why the wait failed.</summary>
    internal sealed class WaitError
    {
        public string? Message { get; set; }
    }
}
