using System;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Streams;

/// <summary>Reads a stream of progress messages. Its status says success from the start: failures come inside, and the first one throws.</summary>
internal static class ProgressStream
{
    public static async Task ReadAsync(
        HttpResponseMessage answer, IProgressListener progress, Subject subject, DockerError otherwise, EngineEndpoint endpoint, CancellationToken cancel)
    {
        using var stop = cancel.Register(answer.Dispose);
        try
        {
#if NET
            using var stream = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
#else
            using var stream = await answer.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            using var lines = new StreamReader(stream);
#if NET
            while (await lines.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
#else
            while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
#endif
            {
                if (line.Length > 0)
                {
                    Hear(line, progress, subject, otherwise, endpoint);
                }
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (JsonException failure)
        {
            throw Failures.Lost(endpoint, failure);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, endpoint, cancel) is { } known)
        {
            throw known;
        }

        if (!progress.Finished)
        {
            throw Failures.Lost(endpoint, inner: null);
        }
    }

    private static void Hear(string line, IProgressListener progress, Subject subject, DockerError otherwise, EngineEndpoint endpoint)
    {
        var message = JsonSerializer.Deserialize(line, EngineJson.Default.ProgressMessage) ?? throw new JsonException("A message is null.");
        if (message.Error is { Length: > 0 } error)
        {
            var id = Failures.ErrorOf(500, error, subject);
            throw new DockerException(id == DockerError.EngineError ? otherwise : id, error) { Engine = endpoint.Name };
        }

        progress.Add(message);
    }
}
