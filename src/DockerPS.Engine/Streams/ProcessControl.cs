using System;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Streams;

/// <summary>What can be asked and told of a process beside its streams.</summary>
/// <param name="ExitCode">Asks the engine for the exit code; given what may be the engine's own word in the place of an output.</param>
/// <param name="Runs">Asks the engine whether it runs.</param>
/// <param name="Resize">Tells its terminal the rows and columns.</param>
internal sealed record ProcessControl(
    Func<string?, CancellationToken, Task<int>> ExitCode, Func<CancellationToken, Task<bool>> Runs, Func<int, int, CancellationToken, Task> Resize);
