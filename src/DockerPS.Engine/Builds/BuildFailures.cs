using System;
using System.Globalization;
using System.Text.RegularExpressions;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>Gives a build's failures their ids. Builders tell what went wrong in words alone.</summary>
internal static class BuildFailures
{
    private static readonly Regex s_exitCode = new("(?:exit code: |non-zero code: |while running runtime: exit status )(?<code>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static readonly string[] s_dockerfile =
    [
        "dockerfile parse error", "unknown instruction", "failed to read dockerfile", "Cannot locate specified Dockerfile", "file with no instructions", "cannot be empty",
        "no build stage in current context", "unknown flag", "requires BuildKit", "Please provide a source image", "requires exactly", "requires at least", "no stages to build",
    ];

    private static readonly string[] s_session = ["no active session", "could not access local files without session"];

    private static readonly string[] s_argument = ["failed to reach build target", "target stage", "was not found in the provided Dockerfile", "invalid reference format", "invalid tag"];

    /// <summary>What the answer's status, or an error within it, means.</summary>
    /// <param name="message">The builder's words.</param>
    /// <param name="code">The exit code that came with them.</param>
    /// <param name="progress">What was heard before; null where nothing was.</param>
    /// <param name="endpoint">The engine.</param>
    public static DockerException Of(string message, int? code, BuildProgress? progress, EngineEndpoint endpoint)
    {
        var match = s_exitCode.Match(message);
        var exitCode = match.Success && int.TryParse(match.Groups["code"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : code is > 0 ? code : null;
        var step = progress?.FailedStep(exitCode);
        var error = ErrorOf(message, exitCode, step);
        return new DockerException(error, error == DockerError.BuildFailed ? Whole(message, step) : message)
        {
            Engine = endpoint.Name,
            ExitCode = exitCode,
            BuildStep = step,
            Remedy = error == DockerError.BuildSessionNeeded ? "Pull base images before, with Install-ContainerImage; copy what is secret only in a stage that does not become the image, or build with the docker command." : null,
        };
    }

    /// <summary>The same for a failure that came as the answer's status.</summary>
    public static DockerException Of(DockerException failure, EngineEndpoint endpoint)
    {
        if (failure.StatusCode is not { } status)
        {
            return failure;
        }

        var error = ErrorOf(failure.Message, exitCode: null, step: null);
        return error == DockerError.BuildFailed && failure.Error != DockerError.EngineError
            ? failure
            : new DockerException(error, failure.Message, failure) { StatusCode = status, Engine = endpoint.Name };
    }

    private static DockerError ErrorOf(string message, int? exitCode, BuildStep? step)
    {
        if (exitCode is not null)
        {
            return DockerError.BuildFailed;
        }

        if (Says(message, s_session))
        {
            return DockerError.BuildSessionNeeded;
        }

        if (Says(message, s_dockerfile))
        {
            return DockerError.InvalidDockerfile;
        }

        if (Says(message, s_argument))
        {
            return DockerError.InvalidArgument;
        }

        // What a RUN says of its own is no news of base images.
        var isPull = step is null || step.Name.IndexOf("FROM ", StringComparison.Ordinal) >= 0 || step.Name.IndexOf("load metadata", StringComparison.Ordinal) >= 0;
        var known = isPull ? Failures.ErrorOf(500, message, Subject.Engine) : DockerError.EngineError;
        return known is DockerError.ImageNotFound or DockerError.AccessDenied ? known
            : isPull && step is not null ? DockerError.PullFailed
            : DockerError.BuildFailed;
    }

    private static string Whole(string message, BuildStep? step) => step is null ? message
        : $"{step.Name}: {message.TrimEnd('.')}." + (step.LastLines.Count > 0 ? $" Its last lines:\n{string.Join("\n", step.LastLines)}" : "");

    private static bool Says(string message, string[] words) => Array.Exists(words, word => message.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
