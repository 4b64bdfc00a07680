using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Creates containers without starting them, as <c>docker container create</c> does. An image that is missing is pulled.</summary>
[Cmdlet(VerbsCommon.New, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ImageSet)]
[OutputType(typeof(Container))]
public sealed class NewContainer : ContainerCreateCmdlet
{
    /// <summary>The image: a name with tag or digest, an id, or an image object.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ImageSet)]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference Image { get; set; } = null!;

    /// <summary>Which of its streams whoever starts and attaches to it gets: <c>Stdin</c>, <c>Stdout</c>, <c>Stderr</c>. The default is both outputs, and the input with <c>-Interactive</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public ContainerStream[]? Attach { get; set; }

    private protected override ContainerImageReference? ImageToUse => Image;

    /// <inheritdoc/>
    protected override void ProcessRecord() => MakeContainers(start: false);

    private protected override void AddStreams(ContainerSpecification specification)
    {
        specification.AttachStandardInput = Interactive || Attach?.Contains(ContainerStream.Stdin) == true;
        specification.AttachStandardOutput = Attach?.Contains(ContainerStream.Stdout) ?? true;
        specification.AttachStandardError = Attach?.Contains(ContainerStream.Stderr) ?? true;
    }
}
