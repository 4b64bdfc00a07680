using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Gives failures of connections and answers their stable ids.</summary>
internal static class Failures
{
    /// <summary>The failure of a connection; null where the exception is none, or was asked for.</summary>
    public static DockerException? OfConnection(Exception failure, EngineEndpoint endpoint, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return null;
        }

        if (TlsDial.OfRefusedCertificate(failure, endpoint) is { } refused && !Holds<DockerException>(failure))
        {
            return refused;
        }

        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case DockerException known:
                    return known;
#if NET
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }:
                    return new DockerException(DockerError.InvalidAnswer, $"What answers at {endpoint.Address.OriginalString} does not speak HTTP: {inner.Message}", inner)
                    { Engine = endpoint.Name };
#endif
                case SocketException socket:
                    return OfSocket(socket, endpoint);
                case UnauthorizedAccessException:
                    return Denied(endpoint, inner);
                case TimeoutException or FileNotFoundException:
                    return Unreachable(endpoint, inner);
            }
        }

        return failure is HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException ? Lost(endpoint, failure) : null;
    }

    private static bool Holds<T>(Exception failure)
        where T : Exception
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException!)
        {
            if (inner is T)
            {
                return true;
            }
        }

        return false;
    }

    public static DockerException Lost(EngineEndpoint endpoint, Exception? inner) => new(
        DockerError.ConnectionLost,
        $"The connection to the engine {endpoint.Name} broke before its answer was whole{(inner is null ? "." : ": " + inner.Message)}", inner)
    { Engine = endpoint.Name };

    /// <summary>The failure that an answer with an error status tells of.</summary>
    public static async Task<DockerException> OfAnswerAsync(HttpResponseMessage answer, Subject subject, EngineEndpoint endpoint, CancellationToken cancel)
    {
        try
        {
#if NET
            var body = await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
#else
            var body = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
            return OfStatus((int)answer.StatusCode, body, subject, endpoint);
        }
        catch (Exception failure) when (OfConnection(failure, endpoint, cancel) is { } known)
        {
            return known;
        }
    }

    public static DockerException OfStatus(int status, string? body, Subject subject, EngineEndpoint endpoint)
    {
        var message = MessageOf(body) ?? $"The engine {endpoint.Name} answered with status {status} and no message.";

        if (subject.Kind == SubjectKind.Path && message == "no such file or directory")
        {
            // Podman does not say which.
            message = $"{subject.Name}: {message}";
        }

        // What Podman says of what its API lacks, and Docker.
        if (status == 404 && message is "Not Found" or "page not found")
        {
            return new DockerException(DockerError.NotSupportedByEngine, $"The engine {endpoint.Name} has nothing of this kind.") { StatusCode = status, Engine = endpoint.Name };
        }

        return new DockerException(ErrorOf(status, message, subject), message) { StatusCode = status, Engine = endpoint.Name };
    }

    /// <summary>The id of a failure that the engine describes in words.</summary>
    public static DockerError ErrorOf(int status, string message, Subject subject)
    {
        bool Says(string words) => message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

        // Docker tells apart by words what its statuses throw together, and has moved some failures between statuses over the years.
        return message switch
        {
            // An address of a network is no port.
            _ when subject.Kind == SubjectKind.Network && (Says("address already in use") || Says("has active endpoints") || Says("is in use by")
                || Says("already exists in network") || Says("is not connected to") || Says("pool overlaps") || Says("already attached to network")) => DockerError.StateConflict,
            _ when subject.Kind == SubjectKind.Network && (Says("pre-defined network") || Says("default network podman") || Says("\"podman\" has associated containers")) => DockerError.InvalidArgument,
            _ when subject.Kind == SubjectKind.Network && (Says("network with name") && Says("already exists") || Says("network already exists")) => DockerError.NameConflict,
            _ when subject.Kind == SubjectKind.Network && (Says("network is already connected") || Says("network is being used") || Says("network is not connected")) => DockerError.StateConflict,
            _ when Says("HTTP request to an HTTPS server") => DockerError.TlsRequired,
            _ when Says("port is already allocated") || Says("address already in use") || Says("ports are not available") => DockerError.PortInUse,
            _ when Says("multiple IDs found") || Says("ambiguous") || Says("more than one result for") => DockerError.AmbiguousId,
            _ when Says("is already in use by") || Says("name is already in use") || Says("already in use, cannot rename") => DockerError.NameConflict,
            // Podman says so with a status of its own failures.
            _ when Says("container state improper") || Says("has dependent containers") => DockerError.StateConflict,
            _ when Says("CommitFailure: invalid change") => DockerError.InvalidArgument,
            _ when Says("client version") && (Says("is too old") || Says("is too new")) => DockerError.ApiVersionMismatch,
            _ when Says("executable file not found") || Says("error during container init") || Says("starting container process caused")
                || Says("unable to start container process") || Says("unable to find user") || Says("unable to find group") => DockerError.CommandNotStarted,
            _ when Says("no such image") || Says("cannot specify 64-byte hexadecimal strings") || Says("no suitable export target") || Says("does not exist locally with the tag") || Says("manifest unknown") || Says("manifest for") && Says("not found") => DockerError.ImageNotFound,
            _ when Says("pull access denied") || Says("unauthorized") || Says("no basic auth credentials") || Says("access to the resource is denied") => DockerError.AccessDenied,
            _ when Says("no such container") => DockerError.ContainerNotFound,
            _ when Says("no such network") || status == 404 && Says("network") && Says("not found") => DockerError.NetworkNotFound,
            _ when Says("is marked read-only") => DockerError.StateConflict,
            _ when Says("no such volume") => DockerError.VolumeNotFound,
            _ => status switch
            {
                400 => DockerError.InvalidArgument,
                401 or 403 => DockerError.AccessDenied,
                404 => NotFound(subject.Kind),
                409 => DockerError.StateConflict,
                501 => DockerError.NotSupportedByEngine,
                _ => DockerError.EngineError,
            },
        };
    }

    private static DockerError NotFound(SubjectKind kind) => kind switch
    {
        SubjectKind.Container => DockerError.ContainerNotFound,
        SubjectKind.Image => DockerError.ImageNotFound,
        SubjectKind.Network => DockerError.NetworkNotFound,
        SubjectKind.Volume => DockerError.VolumeNotFound,
        SubjectKind.Path => DockerError.PathNotFound,
        _ => DockerError.EngineError,
    };

    private static DockerException OfSocket(SocketException socket, EngineEndpoint endpoint) => socket.SocketErrorCode switch
    {
        SocketError.AccessDenied => Denied(endpoint, socket),
        SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted => Lost(endpoint, socket),
        _ => Unreachable(endpoint, socket),
    };

    private static DockerException Denied(EngineEndpoint endpoint, Exception inner) => new(
        DockerError.PermissionDenied,
        $"This account may not open {endpoint.Address.OriginalString} (named by {endpoint.Source}).", inner)
    { Engine = endpoint.Name };

    private static DockerException Unreachable(EngineEndpoint endpoint, Exception inner) => new(
        DockerError.EngineUnreachable,
        $"No engine answers at {endpoint.Address.OriginalString} (named by {endpoint.Source}): {Why(endpoint, inner)}", inner)
    { Engine = endpoint.Name };

    // The system's own word for a socket file that is not there speaks of addresses.
    private static string Why(EngineEndpoint endpoint, Exception inner) =>
        endpoint.Address.Scheme == "unix" && !File.Exists(endpoint.Address.LocalPath) ? "there is no such socket." : inner.Message;

    private static string? MessageOf(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body!);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && (document.RootElement.TryGetProperty("message", out var message) || document.RootElement.TryGetProperty("cause", out message)))
            {
                return message.ToString();
            }
        }
        catch (JsonException)
        {
            // Something between us and the engine answered, and not in JSON: its text says more than nothing.
        }

        return body!.Trim();
    }
}
