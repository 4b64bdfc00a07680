using System;
using DockerPS.Engine;

namespace DockerPS.Connection.Ssh;

/// <summary>What an ssh process that ended means, by its exit code and its words.</summary>
internal static class SshFailure
{
    private const int OwnFailure = 255;
    private const int CommandNotFound = 127;

    /// <summary>The failure.</summary>
    /// <param name="exitCode">The exit code of ssh, which is that of the command at the far side where it got so far.</param>
    /// <param name="words">What it said.</param>
    /// <param name="endpoint">The engine.</param>
    /// <param name="answered">The engine had answered before.</param>
    public static DockerException Of(int exitCode, string words, EngineEndpoint endpoint, bool answered)
    {
        bool Says(string text) => words.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;

        var place = $"{endpoint.Address.OriginalString} (named by {endpoint.Source})";
        var (error, message) = exitCode switch
        {
            _ when answered => (DockerError.ConnectionLost, $"The connection to {place} broke"),
            OwnFailure when Says("host key") || Says("REMOTE HOST IDENTIFICATION") => (DockerError.SshHostKeyRefused, $"The key of {place} is not the known one, or is not known"),
            OwnFailure when Says("permission denied") || Says("too many authentication failures") => (DockerError.SshFailed, $"{place} let nobody in"),
            OwnFailure when Says("could not resolve") || Says("connect to host") || Says("no route") || Says("timed out") && !Says("timeout, server") => (DockerError.EngineUnreachable, $"{place} does not answer"),
            OwnFailure when words.Length == 0 || Says("closed") || Says("reset") || Says("broken pipe") || Says("timeout, server") || Says("disconnect") => (DockerError.ConnectionLost, $"The connection to {place} broke"),
            OwnFailure => (DockerError.SshFailed, $"ssh could not connect to {place}"),
            CommandNotFound => (DockerError.RemoteDockerNotFound, $"There is no docker command at {place}"),
            _ when Says("not found") && Says("docker") || Says("is not recognized") || Says("is not a docker command") || Says("unknown command") => (DockerError.RemoteDockerNotFound, $"There is no docker command at {place}, or one that is too old"),
            _ when Says("permission denied") => (DockerError.PermissionDenied, $"The account at {place} may not use the engine there"),
            // Killed from outside, as both ends of ssh may be.
            _ when exitCode < 0 || exitCode > 128 => (DockerError.ConnectionLost, $"The connection to {place} broke"),
            _ => (DockerError.EngineUnreachable, $"The docker command at {place} found no engine there"),
        };
        return new DockerException(error, words.Length > 0 ? $"{message}: {words}" : $"{message}; ssh ended with exit code {exitCode}.") { Engine = endpoint.Name };
    }

    /// <summary>The far side took no more logins for the moment: it drops some when many come at once.</summary>
    public static bool MayPass(DockerException failure) =>
        failure.Error == DockerError.ConnectionLost && failure.Message.IndexOf("kex_exchange_identification", StringComparison.Ordinal) >= 0;
}
