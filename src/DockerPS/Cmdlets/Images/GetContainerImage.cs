using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Lists images, as <c>docker image ls</c> does: an object for each tag, and one for each image without a tag. <c>-Dangling</c>, <c>-Unused</c>, <c>-KeepLast</c> and
/// <c>-OlderThan</c> choose what can go, for <c>Remove-ContainerImage</c>.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ContainerImage")]
[OutputType(typeof(ContainerImage))]
public sealed class GetContainerImage : EngineListCmdlet
{
    /// <summary>
    /// Only these images: <c>repository</c> for all its tags, <c>repository:tag</c>, a digest, an id or its beginning, a wildcard, or image objects from the pipeline, which
    /// are read anew. A wildcard that fits nothing is no error.
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

    /// <summary>Only images without a tag; <c>-Dangling:$false</c> for only those with one.</summary>
    [Parameter]
    public SwitchParameter Dangling { get; set; }

    /// <summary>Only images that no container was made of, running or not; <c>-Unused:$false</c> for only those in use.</summary>
    [Parameter]
    public SwitchParameter Unused { get; set; }

    /// <summary>
    /// Leaves out the newest images of each repository, so many, and gives the older ones. Images without a repository are left out. It counts among what the other parameters leave,
    /// but for <c>-Unused</c> and <c>-OlderThan</c>, which choose among what this gives.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? KeepLast { get; set; }

    /// <summary>Only images made before this time: a date, a duration such as <c>720h</c> (so long ago), or a TimeSpan.</summary>
    [Parameter]
    [Alias("Until")]
    public TimePoint? OlderThan { get; set; }

    /// <summary>Only those with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Only images whose name fits one of these patterns by docker's own rules, in which <c>*</c> does not go over a slash: <c>registry.example/*/web:1*</c>.</summary>
    [Parameter]
    public string[]? Reference { get; set; }

    /// <summary>Only images made before this one.</summary>
    [Parameter]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference? Before { get; set; }

    /// <summary>Only images made after this one.</summary>
    [Parameter]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference? Since { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var query = Query();
        if (Image is null)
        {
            ListFrom(Engines, async (engine, cancel) => Choose(await engine.Images.ListAsync(query, cancel).ConfigureAwait(false)));
            return;
        }

        foreach (var reference in Image)
        {
            ListFrom(reference, (engine, cancel) => ListAsync(engine, reference, query, cancel));
        }
    }

    private async Task<IReadOnlyList<ContainerImage>> ListAsync(IDockerEngine engine, ContainerImageReference reference, ImageQuery query, CancellationToken cancel)
    {
        var found = reference.Among(await engine.Images.ListAsync(query, cancel).ConfigureAwait(false));
        if (found.Count == 0 && !reference.IsPattern)
        {
            // Not listed for a filter's sake, or as an intermediate image, is not missing: the engine says.
            _ = reference.IsId
                ? (object)await engine.Images.InspectAsync(reference.Text, cancel).ConfigureAwait(false)
                : await ImageFinder.FindAsync(engine, reference, cancel).ConfigureAwait(false);
        }

        // An object stands for the one name it shows.
        return Choose(reference is { IsId: true, Name: { } name } ? found.Where(image => image.Name == name).ToList() : found);
    }

    private IReadOnlyList<ContainerImage> Choose(IReadOnlyList<ContainerImage> images)
    {
        IEnumerable<ContainerImage> chosen = KeepLast is { } count ? WithoutNewest(images, count) : images;
        if (IsGiven(nameof(Dangling)))
        {
            chosen = chosen.Where(image => image.Dangling == Dangling);
        }

        if (IsGiven(nameof(Unused)))
        {
            chosen = chosen.Where(image => image.InUse != Unused);
        }

        if (OlderThan is not null)
        {
            var limit = OlderThan.ToMoment(DateTimeOffset.Now).UtcDateTime;
            chosen = chosen.Where(image => image.Created.ToUniversalTime() < limit);
        }

        return chosen as IReadOnlyList<ContainerImage> ?? chosen.ToList();
    }

    // An image with several tags in one repository counts once.
    private static List<ContainerImage> WithoutNewest(IReadOnlyList<ContainerImage> images, int count)
    {
        var kept = new HashSet<(string Repository, string Id)>(images
            .Where(image => image.Repository is not null)
            .GroupBy(image => image.Repository!, StringComparer.Ordinal)
            .SelectMany(repository => repository
                .OrderByDescending(image => image.Created)
                .Select(image => (repository.Key, image.ImageId))
                .Distinct()
                .Take(count)));
        return images.Where(image => image.Repository is not null && !kept.Contains((image.Repository, image.ImageId))).ToList();
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private ImageQuery Query()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("dangling", IsGiven(nameof(Dangling)) ? [Dangling ? "true" : "false"] : null);
        Add("label", Label?.Select(label => label.ToString()).ToList());
        Add("reference", Reference);
        Add("before", Before is null ? null : [Before.Text]);
        Add("since", Since is null ? null : [Since.Text]);
        return new ImageQuery { All = All, Filters = filters };

        void Add(string name, IReadOnlyList<string>? values)
        {
            if (values is not null)
            {
                filters.Add(name, values);
            }
        }
    }
}
