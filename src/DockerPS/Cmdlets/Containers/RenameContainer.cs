using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Gives a container another name, as <c>docker container rename</c> does.</summary>
[Cmdlet(VerbsCommon.Rename, "Container", SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class RenameContainer : ContainerChangeCmdlet
{
    /// <summary>The new name: a letter or digit, then letters, digits, <c>_</c>, <c>.</c> and <c>-</c>.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [TypedText]
    public ContainerName NewName { get; set; } = null!;

    private protected override string Question => $"Rename to {NewName}";

    /// <inheritdoc/>
    protected override Task ActAsync(ContainerTarget target, CancellationToken cancel) =>
        target.Containers.RenameAsync(target.Id, NewName.ToString(), cancel);
}
