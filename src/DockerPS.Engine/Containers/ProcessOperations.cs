using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Containers;

/// <summary>What one engine does with processes whose streams are held.</summary>
internal sealed class ProcessOperations(EngineClient client, ContainerOperations containers) : IProcessOperations
{
    /// <summary>How long the engine may take to say that a process has ended whose outputs have.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly Version SizeAtStart = new(1, 42);
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(2);

    public async Task<IProcessStream?> StartAsync(string container, ProcessSpecification specification, CancellationToken cancel)
    {
        var subject = Subject.Container(container);
        int[]? size = specification.Size is var (rows, columns) && (await client.GreetingAsync(cancel).ConfigureAwait(false)).UsedApiVersion >= SizeAtStart ? [rows, columns] : null;
        var exec = await CreateAsync(container, specification, size, subject, cancel).ConfigureAwait(false);
        var body = JsonSerializer.SerializeToUtf8Bytes(new ExecJson { Detach = specification.Detach, Tty = specification.Tty, ConsoleSize = size }, EngineJson.Default.ExecJson);
        var path = "/exec/" + exec + "/start";
        if (specification.Detach)
        {
            using var content = Json(body);
            using var answer = await client.SendAsync(HttpMethod.Post, path, subject, cancel, content).ConfigureAwait(false);
            return null;
        }

        // Only a standard input needs the upgrade.
        var stream = await client.OpenAsync(new HotRequest("POST", path, body, Upgrade: specification.Input), subject, cancel).ConfigureAwait(false);
        return new DuplexStream(stream, framed: !specification.Tty, "command", new ProcessControl(
            (said, stop) => ExitCodeAsync(exec, said, subject, stop),
            async stop => (await StateAsync(exec, subject, stop).ConfigureAwait(false)).Running,
            (height, width, stop) => ResizeAsync("/exec/" + exec, height, width, subject, stop)));
    }

    public async Task<IProcessStream> AttachAsync(string container, AttachSpecification specification, CancellationToken cancel)
    {
        var subject = Subject.Container(container);
        var path = new Query("/containers/" + container + "/attach")
            .Add("stream", true).Add("stdin", specification.Input).Add("stdout", true).Add("stderr", true)
            .Add("detachKeys", specification.DetachKeys?.ToString());
        var stream = await client.OpenAsync(new HotRequest("POST", path.ToString(), Upgrade: true), subject, cancel).ConfigureAwait(false);
        try
        {
            // The wait is in place once the engine has answered: its head comes at once, its body with the end. Podman knows no exit code of one that was removed.
            var wait = new Query("/containers/" + container + "/wait").Add("condition", "next-exit");
            var answer = await client.SendLastingAsync(HttpMethod.Post, wait.ToString(), subject, cancel).ConfigureAwait(false);
            var control = new ProcessControl(
                (_, stop) => EndAsync(container, answer, specification.Removed, stop),
                stop => RunsAsync(container, stop),
                (rows, columns, stop) => ResizeAsync("/containers/" + container, rows, columns, subject, stop));
            return new DuplexStream(stream, framed: !specification.Tty, "container", control, answer);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private async Task<string> CreateAsync(string container, ProcessSpecification specification, int[]? size, Subject subject, CancellationToken cancel)
    {
        var body = new ExecJson
        {
            Cmd = specification.Command,
            Env = specification.Env,
            User = specification.User,
            WorkingDir = specification.Workdir,
            Privileged = specification.Privileged,
            Tty = specification.Tty,
            DetachKeys = specification.DetachKeys?.ToString(),
            ConsoleSize = size,
            AttachStdin = specification.Input,
            AttachStdout = !specification.Detach,
            AttachStderr = !specification.Detach,
        };
        using var content = Json(JsonSerializer.SerializeToUtf8Bytes(body, EngineJson.Default.ExecJson));
        using var answer = await client.SendAsync(HttpMethod.Post, "/containers/" + container + "/exec", subject, cancel, content).ConfigureAwait(false);
        var created = await Answers.ReadAsync(answer, EngineJson.Default.ExecState, client.Endpoint, cancel).ConfigureAwait(false);
        return created.Id ?? throw new DockerException(DockerError.InvalidAnswer, $"The engine {client.Endpoint.Name} gave no id.") { Engine = client.Endpoint.Name };
    }

    private Task ResizeAsync(string process, int rows, int columns, Subject subject, CancellationToken cancel) =>
        client.DoAsync(HttpMethod.Post, new Query(process + "/resize").Add("h", rows).Add("w", columns).ToString(), subject, cancel);

    private async Task<int> ExitCodeAsync(string exec, string? said, Subject subject, CancellationToken cancel)
    {
        var deadline = DateTime.UtcNow + Patience;
        for (var step = FirstStep; ; step += step)
        {
            var state = await StateAsync(exec, subject, cancel).ConfigureAwait(false);
            if (said is not null && !state.Running && state.ExitCode is null or 125 or 126 or 127)
            {
                // The engine had taken the connection for the outputs before it found that there is nothing to start, and says so in their place.
                throw new DockerException(CannotStart(said), said) { Engine = client.Endpoint.Name };
            }

            if (!state.Running)
            {
                return state.ExitCode ?? 0;
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new DockerException(
                    DockerError.ConnectionLost, $"The output of the command broke off, or was closed by it, and it still runs; no exit code can be told.")
                { Engine = client.Endpoint.Name };
            }

            await Task.Delay(step, cancel).ConfigureAwait(false);
        }
    }

    private static DockerError CannotStart(string said) =>
        said.IndexOf("is not running", StringComparison.Ordinal) >= 0 ? DockerError.StateConflict : DockerError.CommandNotStarted;

    private async Task<ExecState> StateAsync(string exec, Subject subject, CancellationToken cancel)
    {
        try
        {
            return await client.GetAsync("/exec/" + exec + "/json", EngineJson.Default.ExecState, subject, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error is DockerError.EngineUnreachable or DockerError.ConnectionLost)
        {
            throw BrokeOff("command", failure);
        }
        catch (DockerException failure) when (failure.StatusCode is 404 or 409)
        {
            // The engine forgets the processes of a container that has ended.
            throw new DockerException(DockerError.StateConflict, "The container ended while the command ran; no exit code can be told.", failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine };
        }
    }

    private async Task<int> EndAsync(string container, HttpResponseMessage answer, bool removed, CancellationToken cancel)
    {
        using var stop = cancel.Register(answer.Dispose);
        try
        {
            var ending = Answers.ReadAsync(answer, EngineJson.Default.WaitAnswer, client.Endpoint, cancel);
            if (await Task.WhenAny(ending, Task.Delay(Patience, cancel)).ConfigureAwait(false) != ending && await RunsAsync(container, cancel).ConfigureAwait(false))
            {
                _ = ending.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                throw new DockerException(
                    DockerError.ConnectionLost, "The output of the container broke off, or was closed by it, and it still runs; no exit code can be told.")
                { Engine = client.Endpoint.Name };
            }

            var end = await ending.ConfigureAwait(false);
            if (end.Error?.Message is { Length: > 0 } message)
            {
                throw new DockerException(DockerError.EngineError, message) { Engine = client.Endpoint.Name };
            }

            if (removed)
            {
                await GoneAsync(container, cancel).ConfigureAwait(false);
            }

            return unchecked((int)end.StatusCode);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (DockerException failure) when (failure.Error is DockerError.EngineUnreachable or DockerError.InvalidAnswer)
        {
            throw BrokeOff("container", failure);
        }
    }

    private async Task GoneAsync(string container, CancellationToken cancel)
    {
        try
        {
            await containers.WaitAsync(container, "removed", cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            // It has gone already.
        }
    }

    private async Task<bool> RunsAsync(string container, CancellationToken cancel)
    {
        try
        {
            var detail = await containers.InspectAsync(container, size: false, cancel).ConfigureAwait(false);
            return detail.State is ContainerState.Running or ContainerState.Paused;
        }
        catch (DockerException failure) when (failure.Error == DockerError.ContainerNotFound)
        {
            return false;
        }
    }

    private DockerException BrokeOff(string what, DockerException failure) => new(
        DockerError.ConnectionLost, $"The output of the {what} broke off: the engine {client.Endpoint.Name} does not answer any more.", failure)
    { Engine = client.Endpoint.Name };

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };
}
