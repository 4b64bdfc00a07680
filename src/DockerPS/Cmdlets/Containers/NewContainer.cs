using System.Management.Automation;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Creates containers without starting them, as <c>docker container create</c> does. An image that is missing is pulled.</summary>
[Cmdlet(VerbsCommon.New, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ImageSet)]
[OutputType(typeof(Container))]
public sealed class NewContainer : ContainerCreateCmdlet
{
    /// <summary>The image: a name with tag or digest, an id, or an image object.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ImageSet)]
    [TypedText]
    public ContainerImageReference Image { get; set; } = null!;

    private protected override ContainerImageReference? ImageToUse => Image;

    /// <inheritdoc/>
    protected override void ProcessRecord() => MakeContainers(start: false);
}
