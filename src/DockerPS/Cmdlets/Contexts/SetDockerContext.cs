using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>Changes contexts, as <c>docker context update</c> does. What is not named stays, also what other programs keep in a context.</summary>
[Cmdlet(VerbsCommon.Set, "DockerContext", SupportsShouldProcess = true)]
[OutputType(typeof(DockerContext))]
public sealed class SetDockerContext : ContextCmdlet
{
    /// <summary>The contexts, by name or as objects of Get-DockerContext.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Context")]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference[] Name { get; set; } = [];

    /// <summary>The engine's new address.</summary>
    [Parameter(Position = 1)]
    [Alias("Endpoint", "Host", "Uri")]
    [ValidateNotNullOrEmpty]
    public string? Address { get; set; }

    /// <summary>What it is for, in words; an empty text takes it away.</summary>
    [Parameter]
    [AllowEmptyString]
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

    /// <summary>The engine's certificate is not looked at; <c>-SkipTlsVerify:$false</c> has it looked at again.</summary>
    [Parameter]
    public SwitchParameter SkipTlsVerify { get; set; }

    /// <summary>Takes the certificates and keys away that are there; those given beside it are taken in.</summary>
    [Parameter]
    public SwitchParameter NoTls { get; set; }

    /// <summary>Returns the changed context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var context in Name)
        {
            Each(context.Text, name =>
            {
                if (!ShouldProcess(name, "Change context"))
                {
                    return;
                }

                var changed = Store.Update(name, new ContextSpecification
                {
                    Address = Address,
                    Description = Description,
                    AuthorityPath = Whole(CaPath),
                    CertificatePath = Whole(CertificatePath),
                    KeyPath = Whole(KeyPath),
                    SkipTlsVerify = MyInvocation.BoundParameters.ContainsKey(nameof(SkipTlsVerify)) ? SkipTlsVerify.IsPresent : null,
                    WithoutTls = NoTls,
                });
                if (PassThru)
                {
                    WriteObject(changed);
                }
            });
        }
    }
}
