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
            or DockerError.LoginNotFound or DockerError.EngineNotConnected
            or DockerError.SshNotFound or DockerError.RemoteDockerNotFound => ErrorCategory.ObjectNotFound,
        DockerError.NameConflict => ErrorCategory.ResourceExists,
        DockerError.StateConflict or DockerError.PortInUse => ErrorCategory.ResourceBusy,
        DockerError.AmbiguousId or DockerError.InvalidArgument or DockerError.InvalidEndpoint
            or DockerError.EngineMismatch or DockerError.ContextInvalid => ErrorCategory.InvalidArgument,
        DockerError.EngineUnreachable or DockerError.ConnectionLost or DockerError.RegistryUnreachable => ErrorCategory.ConnectionError,
        DockerError.LocalPathFailed => ErrorCategory.WriteError,
        DockerError.EntryRefused => ErrorCategory.SecurityError,
        DockerError.InvalidAnswer or DockerError.TlsNotSpoken or DockerError.TlsRequired or DockerError.TlsFailed => ErrorCategory.ProtocolError,
        DockerError.CertificateUntrusted or DockerError.CertificateExpired or DockerError.CertificateNameMismatch
            or DockerError.SshHostKeyRefused => ErrorCategory.SecurityError,
        DockerError.ClientCertificateRequired or DockerError.ClientCertificateRefused or DockerError.SshFailed => ErrorCategory.AuthenticationError,
        DockerError.CertificateUnreadable => ErrorCategory.ReadError,
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
        DockerError.ConditionImpossible or DockerError.CommandNotStarted or DockerError.UpdateFailed or DockerError.ConsoleRequired => ErrorCategory.InvalidOperation,
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
        DockerError.CertificateUntrusted => "Name the authority that made the engine's certificate: ca.pem in the folder of $env:DOCKER_CERT_PATH, or -CaPath of Connect-DockerEngine.",
        DockerError.CertificateExpired => "Renew the engine's certificate, or set this machine's clock.",
        DockerError.CertificateNameMismatch => "Use the name that the certificate was made for, or make one for this name.",
        DockerError.ClientCertificateRequired => "Give a client certificate: cert.pem and key.pem in the folder of $env:DOCKER_CERT_PATH, or Connect-DockerEngine -Certificate or -CertificatePath.",
        DockerError.ClientCertificateRefused => "Use a client certificate that comes from the authority that the engine trusts and that is still valid.",
        DockerError.TlsNotSpoken => "Leave TLS away for this engine ($env:DOCKER_TLS_VERIFY), or use the port where it speaks TLS, usually 2376.",
        DockerError.TlsRequired => "Connect with certificates: $env:DOCKER_TLS_VERIFY and $env:DOCKER_CERT_PATH, or Connect-DockerEngine.",
        DockerError.SshNotFound => "Install an OpenSSH client and have it in $env:PATH.",
        DockerError.SshFailed => "Log in once with the ssh command itself; keys come from its configuration or an agent, as nothing can be asked here.",
        DockerError.SshHostKeyRefused => "Log in once with the ssh command itself and compare the key's fingerprint.",
        DockerError.RemoteDockerNotFound => "Install the docker command at the far side, version 18.09 or later, in the PATH of commands that ssh runs.",
        DockerError.EngineNotConnected => "Get-DockerEngine lists the connections of this session; Connect-DockerEngine makes one.",
        DockerError.ConsoleRequired => "Invoke-ContainerCommand and Invoke-Container run commands without a console.",
        DockerError.EngineMismatch => "Leave out -Engine: an object knows its engine.",
        _ => null,
    };
}
