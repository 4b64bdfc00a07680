using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>
/// Makes a context, as <c>docker context create</c> does: an engine under a name that stays, for the docker command and for DockerPS. Certificates and keys are copied into the docker command's
/// store, readable by this account only. No engine is contacted.
/// </summary>
[Cmdlet(VerbsCommon.New, "DockerContext", SupportsShouldProcess = true, DefaultParameterSetName = ByAddress)]
[OutputType(typeof(DockerContext))]
public sealed class NewDockerContext : ContextCmdlet
{
    private const string ByAddress = "Address";
    private const string ByCopy = "From";

    /// <summary>The name: two or more letters, digits and <c>_ . + -</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Context")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The engine's address: <c>tcp://host:2376</c>, <c>ssh://user@host</c>, <c>unix:///path/of.sock</c>, <c>npipe:////./pipe/name</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByAddress)]
    [Alias("Endpoint", "Host", "Uri")]
    [ValidateNotNullOrEmpty]
    public string? Address { get; set; }

    /// <summary>Another context, which the new one begins as a copy of: description, address, certificates and keys.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCopy)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference? From { get; set; }

    /// <summary>What it is for, in words.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The file with the authority that the engine's certificate must come from, in PEM.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CaPath { get; set; }

    /// <summary>The file with the client certificate, in PEM.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The file with the client certificate's key, in PEM without a password.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    /// <summary>The engine's certificate is not looked at: whoever answers is believed. For trials only.</summary>
    [Parameter]
    public SwitchParameter SkipTlsVerify { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Each(Name, name =>
    {
        if (ShouldProcess(name, "Make context"))
        {
            WriteObject(Store.Create(name, new ContextSpecification
            {
                Address = Address,
                From = From?.Text,
                Description = Description,
                AuthorityPath = Whole(CaPath),
                CertificatePath = Whole(CertificatePath),
                KeyPath = Whole(KeyPath),
                SkipTlsVerify = MyInvocation.BoundParameters.ContainsKey(nameof(SkipTlsVerify)) ? SkipTlsVerify.IsPresent : null,
            }));
        }
    });
}
