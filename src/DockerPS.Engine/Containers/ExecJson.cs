using System.Collections.Generic;

namespace DockerPS.Containers;

/// <summary>The body of <c>POST /containers/{id}/exec</c>, and that of the start, which takes two of the same.</summary>
internal sealed class ExecJson
{
    public IReadOnlyList<string>? Cmd { get; set; }

    public IReadOnlyList<string>? Env { get; set; }

    public string? User { get; set; }

    public string? WorkingDir { get; set; }

    public bool Privileged { get; set; }

    public bool Tty { get; set; }

    public string? DetachKeys { get; set; }

    /// <summary>Rows and columns. From API 1.42.</summary>
    public int[]? ConsoleSize { get; set; }

    public bool AttachStdin { get; set; }

    public bool AttachStdout { get; set; }

    public bool AttachStderr { get; set; }

    public bool Detach { get; set; }
}
