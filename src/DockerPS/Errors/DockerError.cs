namespace DockerPS;

/// <summary>What went wrong, as a stable name: the first part of an error's <c>FullyQualifiedErrorId</c>.</summary>
public enum DockerError
{
    /// <summary>The engine answered with an error that has no name of its own here; its message says what.</summary>
    EngineError,

    /// <summary>No container has this name, id or id prefix.</summary>
    ContainerNotFound,

    /// <summary>The engine has no such image, and the registry gave none.</summary>
    ImageNotFound,

    /// <summary>The engine has no such network.</summary>
    NetworkNotFound,

    /// <summary>The engine has no such volume.</summary>
    VolumeNotFound,

    /// <summary>There is no such file or folder, in the container or on this machine.</summary>
    PathNotFound,

    /// <summary>A file or folder of this machine can't be read or written.</summary>
    LocalPathFailed,

    /// <summary>An entry of an archive was refused: it would have left its destination, or is nothing that can be made there.</summary>
    EntryRefused,

    /// <summary>An id prefix fits several things.</summary>
    AmbiguousId,

    /// <summary>Another container has this name already.</summary>
    NameConflict,

    /// <summary>The thing is in a state, or in a use, that forbids the change.</summary>
    StateConflict,

    /// <summary>A port of the host is taken already.</summary>
    PortInUse,

    /// <summary>The container's process could not be started: no such command, no permission to run it.</summary>
    CommandNotStarted,

    /// <summary>A command in a container ended with an exit code other than 0; the exception's <c>ExitCode</c> has it.</summary>
    CommandFailed,

    /// <summary>The engine refused a value.</summary>
    InvalidArgument,

    /// <summary>No engine answers at the endpoint.</summary>
    EngineUnreachable,

    /// <summary>The connection broke before the engine had said all.</summary>
    ConnectionLost,

    /// <summary>The engine's answer can't be understood.</summary>
    InvalidAnswer,

    /// <summary>The endpoint can't be opened with this account's rights.</summary>
    PermissionDenied,

    /// <summary>The engine's certificate comes from none of the authorities that are trusted.</summary>
    CertificateUntrusted,

    /// <summary>The engine's certificate is no longer valid, or not yet.</summary>
    CertificateExpired,

    /// <summary>The engine's certificate was made for another host name than the one in the address.</summary>
    CertificateNameMismatch,

    /// <summary>A certificate, a key or an authority's file can't be read or used.</summary>
    CertificateUnreadable,

    /// <summary>The engine asks for a client certificate, and there is none to show.</summary>
    ClientCertificateRequired,

    /// <summary>The engine refused the client certificate that it was shown.</summary>
    ClientCertificateRefused,

    /// <summary>TLS was asked for, and what answers does not speak it.</summary>
    TlsNotSpoken,

    /// <summary>The engine takes encrypted connections only, and this one was plain.</summary>
    TlsRequired,

    /// <summary>No encrypted connection came about, for another reason.</summary>
    TlsFailed,

    /// <summary>This machine has no ssh command.</summary>
    SshNotFound,

    /// <summary>The ssh command could not log in at the far side.</summary>
    SshFailed,

    /// <summary>The far side's key is not the one that is known, or is not known at all.</summary>
    SshHostKeyRefused,

    /// <summary>The far side of an ssh connection has no docker command that could reach its engine.</summary>
    RemoteDockerNotFound,

    /// <summary>The engine is older than Docker 20.10.</summary>
    EngineTooOld,

    /// <summary>The engine does not speak the API version asked for.</summary>
    ApiVersionMismatch,

    /// <summary>The engine's API version lacks what was asked for.</summary>
    NotSupportedByEngine,

    /// <summary>The endpoint's address can't be parsed, or is of a kind that is not known.</summary>
    InvalidEndpoint,

    /// <summary>The session has no such connection.</summary>
    EngineNotConnected,

    /// <summary>The docker command's context store has no such context, or it is damaged.</summary>
    ContextNotFound,

    /// <summary>A context can't be made, changed, removed, written or read so.</summary>
    ContextInvalid,

    /// <summary>The object comes from another engine than the one named by <c>-Engine</c>.</summary>
    EngineMismatch,

    /// <summary>The registry wants a login, or refused the one it got.</summary>
    AccessDenied,

    /// <summary>Pulling an image failed on the way.</summary>
    PullFailed,

    /// <summary>Pushing an image failed on the way.</summary>
    PushFailed,

    /// <summary>An archive could not be made an image of, or is none.</summary>
    LoadFailed,

    /// <summary>The registry does not answer, or what answers is no registry.</summary>
    RegistryUnreachable,

    /// <summary>No login is kept for the registry.</summary>
    LoginNotFound,

    /// <summary>The docker command's file of logins, or the helper that keeps them, can't be used.</summary>
    CredentialStoreFailed,

    /// <summary>A step of a build failed; the exception's <c>BuildStep</c> says which, and has its last lines.</summary>
    BuildFailed,

    /// <summary>The Dockerfile can't be read, is malformed, or asks for what the builder does not know.</summary>
    InvalidDockerfile,

    /// <summary>The build needs what BuildKit asks its client for in a session: secrets, ssh keys, logins. There is none here.</summary>
    BuildSessionNeeded,

    /// <summary>The time given by <c>-Timeout</c> is over.</summary>
    Timeout,

    /// <summary>There is no console, and what was asked for needs one.</summary>
    ConsoleRequired,

    /// <summary>The container can no longer come into the state that was waited for.</summary>
    ConditionImpossible,

    /// <summary>A container that was to be replaced could not be: the one that was there is put back.</summary>
    UpdateFailed,
}
