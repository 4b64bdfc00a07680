using System;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>
/// Tells the end of a log from a log that was cut off. Both look alike, since the end of the answer is the end of the connection; so the engine is asked.
/// </summary>
internal sealed class LogEnd(IContainerOperations containers, ContainerDetail before, LogQuery query)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public async Task ConfirmAsync(CancellationToken cancel)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            ContainerDetail now;
            try
            {
                now = await containers.InspectAsync(before.ContainerId, size: false, cancel).ConfigureAwait(false);
            }
            catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
            {
                return;
            }
            catch (DockerException failure) when (failure.Error is DockerError.EngineUnreachable or DockerError.ConnectionLost)
            {
                throw new DockerException(
                    DockerError.ConnectionLost, $"The log of {before.Name} broke off: the engine {before.Engine} does not answer any more.", failure)
                { Engine = before.Engine };
            }

            // Only a followed log ends with the container; a moment lies between the log's end and the container's.
            if (!query.Follow || query.Until is not null || now.State is not (ContainerState.Running or ContainerState.Paused) || now.Started != before.Started)
            {
                return;
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new DockerException(DockerError.ConnectionLost, $"The log of {before.Name} broke off, although the container still runs.") { Engine = before.Engine };
            }

            await Task.Delay(Step, cancel).ConfigureAwait(false);
        }
    }
}
