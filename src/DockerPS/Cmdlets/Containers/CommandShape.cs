using System;

namespace DockerPS.Cmdlets.Containers;

/// <summary>What the runs of one command line have in common.</summary>
/// <param name="Title">What an error says before the container's name.</param>
/// <param name="Form">In which form output is written.</param>
/// <param name="Input">What the pipeline gives to read; null for nothing.</param>
/// <param name="SetExitCode">Tells the session of an exit code; called on the pipeline's thread.</param>
internal sealed record CommandShape(string Title, OutputForm Form, StandardInput? Input, Action<int> SetExitCode);
