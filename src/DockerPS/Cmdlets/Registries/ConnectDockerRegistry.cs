using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Registries;

/// <summary>
/// Logs in to a registry, as <c>docker login</c> does: the engine shows it the user and the password, and when it takes them they are kept where the docker command keeps
/// them, or with <c>-NoStore</c> in this session only.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "DockerRegistry", SupportsShouldProcess = true, DefaultParameterSetName = WithCredential)]
[OutputType(typeof(DockerRegistry))]
public sealed class ConnectDockerRegistry : EngineCmdlet
{
    private const string WithCredential = "Credential";
    private const string WithPassword = "Password";

    /// <summary>The registry: its host with the port, such as <c>registry.example:5000</c>. Without it Docker Hub.</summary>
    [Parameter(Position = 0)]
    [Alias("Server")]
    [Registry]
    public string Registry { get; set; } = RegistryName.Hub;

    /// <summary>The user with the password. Without them the login that is kept for the registry is shown to it again.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = WithCredential)]
    public PSCredential? Credential { get; set; }

    /// <summary>The user.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithPassword)]
    [ValidateNotNullOrEmpty]
    public string UserName { get; set; } = "";

    /// <summary>The password, or a token that the registry takes for one.</summary>
    // Not mandatory: the binder would take a piped credential for it.
    [Parameter(ValueFromPipeline = true, ParameterSetName = WithPassword)]
    public SecureString? Password { get; set; }

    /// <summary>Writes nothing: the login is this session's, and goes with it.</summary>
    [Parameter]
    public SwitchParameter NoStore { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == WithPassword && Password is null)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, $"The password of {UserName} is missing: give -Password, or pipe it in as a SecureString."), Registry);
        }

        var session = SessionLogins.Current;
        var logins = new RegistryLogins();
        foreach (var engine in Engines)
        {
            if (ShouldProcess(Registry, NoStore ? "Log in for this session" : "Log in"))
            {
                Work.Add(Registry, (item, cancel) => LoginAsync(item, engine, session, logins, cancel));
            }
        }
    }

    private async Task LoginAsync(WorkItem item, IDockerEngine engine, SessionLogins session, RegistryLogins logins, CancellationToken cancel)
    {
        var login = Given() ?? logins.For(Registry)
            ?? throw new DockerException(DockerError.LoginNotFound, $"No user is given, and no login is kept for {Registry}.")
            { Remedy = "Give -Credential, or -UserName with -Password." };
        var taken = await engine.Registries.LoginAsync(login, cancel).ConfigureAwait(false);
        item.Write(NoStore ? session.Keep(taken) : EngineLoader.Connector.Credentials.Store(taken));
    }

    private RegistryLogin? Given()
    {
        var credential = ParameterSetName == WithPassword ? new NetworkCredential(UserName, Password)
            : Credential is { } given && given != PSCredential.Empty ? given.GetNetworkCredential()
            : null;

        // A domain before a backslash is part of the name here.
        return credential is null ? null : new RegistryLogin { Registry = Registry, UserName = Credential?.UserName ?? UserName, Password = credential.Password };
    }
}
