using System;
using System.Management.Automation;

namespace DockerPS.Errors;

/// <summary>Makes the error records that cmdlets write: stable id, category, target and remedy.</summary>
internal static class ErrorRecords
{
    /// <summary>An error record for a failure of one item.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="target">The thing it happened to.</param>
    public static ErrorRecord Create(Exception failure, object? target)
    {
        if (failure is not DockerException docker)
        {
            return new ErrorRecord(failure, failure.GetType().Name, ErrorCategory.NotSpecified, target);
        }

        var record = new ErrorRecord(docker, docker.Error.ToString(), Category(docker.Error), target);
        var remedy = RemedyFor(docker);
        if (remedy is not null)
        {
            // Without details of its own a record shows the exception's message; RecommendedAction needs them.
            record.ErrorDetails = new ErrorDetails(docker.Message) { RecommendedAction = remedy };
        }

        return record;
    }

    /// <summary>What would mend a failure; null where there is no common remedy.</summary>
    public static string? RemedyFor(DockerException failure) => failure.Remedy ?? Remedy(failure.Error);

    private static ErrorCategory Category(DockerError error) => error switch
    {
        DockerError.ContainerNotFound or DockerError.ImageNotFound or DockerError.NetworkNotFound
            or DockerError.VolumeNotFound or DockerError.ContextNotFound or DockerError.PathNotFound
            or DockerError.LoginNotFound => ErrorCategory.ObjectNotFound,
        DockerError.NameConflict => ErrorCategory.ResourceExists,
        DockerError.StateConflict or DockerError.PortInUse => ErrorCategory.ResourceBusy,
        DockerError.AmbiguousId or DockerError.InvalidArgument or DockerError.InvalidEndpoint
            or DockerError.EngineMismatch => ErrorCategory.InvalidArgument,
        DockerError.EngineUnreachable or DockerError.ConnectionLost or DockerError.RegistryUnreachable => ErrorCategory.ConnectionError,
        DockerError.LocalPathFailed => ErrorCategory.WriteError,
        DockerError.EntryRefused => ErrorCategory.SecurityError,
        DockerError.InvalidAnswer => ErrorCategory.ProtocolError,
        DockerError.PermissionDenied => ErrorCategory.PermissionDenied,
        DockerError.AccessDenied => ErrorCategory.AuthenticationError,
        DockerError.EngineTooOld or DockerError.ApiVersionMismatch
            or DockerError.NotSupportedByEngine => ErrorCategory.NotImplemented,
        DockerError.CredentialStoreFailed => ErrorCategory.OpenError,
        DockerError.LoadFailed => ErrorCategory.InvalidData,

        DockerError.CommandFailed or DockerError.BuildFailed => ErrorCategory.InvalidResult,
        DockerError.InvalidDockerfile => ErrorCategory.ParserError,
        DockerError.BuildSessionNeeded => ErrorCategory.NotImplemented,
        DockerError.Timeout => ErrorCategory.OperationTimeout,
        DockerError.ConditionImpossible or DockerError.CommandNotStarted or DockerError.UpdateFailed => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.NotSpecified,
    };

    private static string? Remedy(DockerError error) => error switch
    {
        DockerError.ContainerNotFound => "Get-Container -All lists the containers that are there.",
        DockerError.ImageNotFound => "Get-ContainerImage lists the images that are there; Install-ContainerImage pulls one.",
        DockerError.NameConflict => "Choose another -Name, or remove the container that has it: Remove-Container.",
        DockerError.AmbiguousId => "Give more characters of the id, or the name.",
        DockerError.PortInUse => "Publish another port of the host, or stop what listens on it.",
        DockerError.EngineUnreachable => "Start the engine, or name another one: -Engine, $env:DOCKER_HOST or a context of the docker command.",
        DockerError.PermissionDenied => "Run as a member of the group that owns the socket (usually docker), or as an administrator.",
        DockerError.AccessDenied => "Connect-DockerRegistry logs in; -NoStore keeps the login to this session. See that the name of the image is right, too.",
        DockerError.LoginNotFound => "Get-DockerRegistry lists the logins that are kept.",
        DockerError.EngineMismatch => "Leave out -Engine: an object knows its engine.",
        _ => null,
    };
}
