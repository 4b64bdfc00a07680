using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Connects the session to an engine: later commands use it without being told, or by its name. Nothing is written to disk, and other sessions of the process do not see it: a
/// runbook brings its certificate or credential as objects, without files and without the docker command. The engine is asked once; one that does not answer is an error and
/// is not connected.
/// </summary>
/// <remarks>Engine API: HEAD /_ping.</remarks>
[Cmdlet(VerbsCommunications.Connect, "DockerEngine", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = Files)]
[OutputType(typeof(DockerEngine))]
public sealed class ConnectDockerEngine : DockerCmdlet
{
    private const string Files = "Files";
    private const string Objects = "Objects";
    private const string Folder = "Folder";

    /// <summary>
    /// The address (<c>tcp://host:2376</c>, <c>https://host</c>, <c>ssh://user@host</c>, <c>unix:///var/run/docker.sock</c>, <c>npipe:////./pipe/docker_engine</c>), or the name of a context of
    /// the docker command.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Uri", "Host")]
    [ValidateNotNullOrEmpty]
    public string Address { get; set; } = "";

    /// <summary>The name by which later commands mean this engine, as in <c>-Engine prod</c>, and that objects carry. Without it the address. A connection of the same name is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The client certificate with its private key, as <c>Get-AutomationCertificate</c> or <c>Get-PfxCertificate</c> give it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Objects)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The authorities that the engine's certificate must come from. Without them those that this machine trusts.</summary>
    [Parameter(ParameterSetName = Objects)]
    [Parameter(ParameterSetName = Files)]
    public X509Certificate2[]? CaCertificate { get; set; }

    /// <summary>The file of the client certificate: PEM (<c>cert.pem</c>, with its key in the same file or in -KeyPath), or PFX with its key.</summary>
    [Parameter(ParameterSetName = Files)]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The file of the client certificate's private key in PEM (<c>key.pem</c>), RSA or EC.</summary>
    [Parameter(ParameterSetName = Files)]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    /// <summary>The password of the PFX file, or of the key.</summary>
    [Parameter(ParameterSetName = Files)]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>The file with the authorities that the engine's certificate must come from (<c>ca.pem</c>).</summary>
    [Parameter(ParameterSetName = Files)]
    [Parameter(ParameterSetName = Objects)]
    [ValidateNotNullOrEmpty]
    public string? CaPath { get; set; }

    /// <summary>A folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>, the layout of <c>$env:DOCKER_CERT_PATH</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Folder)]
    [ValidateNotNullOrEmpty]
    public string? CertificateFolder { get; set; }

    /// <summary>Encrypts the connection although no certificates are given: the engine's must come from an authority that this machine trusts.</summary>
    [Parameter]
    public SwitchParameter Tls { get; set; }

    /// <summary>Encrypts the connection but does not look at the engine's certificate: whoever answers is believed. For trials only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>A user and a password for what stands before the engine, such as a reverse proxy (HTTP basic authentication). Sent over encrypted connections only.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Leaves the session's default as it is: the engine is used where it is named.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        EngineEndpoint? endpoint = null;
        try
        {
            endpoint = EngineLoader.Connector.Describe(Connection());
            if (!ShouldProcess(endpoint.Name, "Connect the session"))
            {
                return;
            }

            var greeting = Await(cancel => EngineLoader.Connector.Connect(endpoint).PingAsync(cancel));
            var session = SessionEngines.Current;
            session.Add(endpoint, isDefault: !NoDefault);
            WriteObject(EngineDescription.Of(endpoint, session, greeting));
        }
        catch (DockerException failure)
        {
            ThrowFailure(failure, endpoint?.Name ?? Name ?? Address);
        }
    }

    private EngineConnection Connection() => new()
    {
        Address = Address,
        Name = Name,
        Certificate = Certificate,
        CertificatePath = Whole(CertificatePath),
        KeyPath = Whole(KeyPath),
        Password = CertificatePassword,
        Authorities = CaCertificate,
        AuthorityPath = Whole(CaPath),
        CertificateFolder = Whole(CertificateFolder),
        Tls = Tls,
        SkipVerification = SkipCertificateCheck,
        Credential = Credential is null ? null : new NetworkCredential(Credential.UserName, Credential.Password),
    };

    private string? Whole(string? path) => path is null ? null : GetUnresolvedProviderPathFromPSPath(path);
}
