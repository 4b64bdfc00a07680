namespace DockerPS.Engine;

/// <summary>A line that a process has written.</summary>
/// <param name="Stream">Which output it was written to.</param>
/// <param name="Text">The line, without its end.</param>
public readonly record struct OutputLine(ContainerLogStream Stream, string Text);
