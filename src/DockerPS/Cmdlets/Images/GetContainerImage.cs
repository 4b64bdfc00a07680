using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>Lists images, as <c>docker image ls</c> does: an object for each tag, and one for each image without a tag.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerImage")]
[OutputType(typeof(ContainerImage))]
public sealed class GetContainerImage : EngineListCmdlet
{
    /// <summary>
    /// Only these images: <c>repository</c> for all its tags, <c>repository:tag</c>, a digest, an id or its beginning, or a wildcard. A wildcard that fits nothing is no error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference[]? Image { get; set; }

    /// <summary>Intermediate images of the classic builder too.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter All { get; set; }

    /// <summary>Only images without a tag.</summary>
    [Parameter]
    public SwitchParameter Dangling { get; set; }

    /// <summary>Only those with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Image is null)
        {
            ListFrom(Engines, (engine, cancel) => engine.Images.ListAsync(Query(), cancel));
            return;
        }

        foreach (var reference in Image)
        {
            ListFrom(
                reference,
                async (engine, cancel) =>
                {
                    var found = reference.Among(await engine.Images.ListAsync(Query(), cancel).ConfigureAwait(false));
                    return found.Count > 0 || reference.IsPattern
                        ? found
                        : throw new DockerException(DockerError.ImageNotFound, $"No such image: {reference}") { Engine = engine.Endpoint.Name };
                });
        }
    }

    private ImageQuery Query()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (Dangling)
        {
            filters.Add("dangling", ["true"]);
        }

        if (Label is not null)
        {
            filters.Add("label", Label.Select(label => label.ToString()).ToList());
        }

        return new ImageQuery { All = All, Filters = filters };
    }
}
