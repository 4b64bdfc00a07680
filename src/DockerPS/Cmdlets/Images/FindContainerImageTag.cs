using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Cmdlets.Registries;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Lists the tags that repositories have in their registries: <c>GET /v2/{name}/tags/list</c>, page after page, asked from this machine and not from the engine. The docker
/// command has nothing like it. What is found pipes into <c>Install-ContainerImage</c>.
/// </summary>
[Cmdlet(VerbsCommon.Find, "ContainerImageTag")]
[OutputType(typeof(ContainerImageTag))]
public sealed class FindContainerImageTag : DockerCmdlet
{
    private RegistryLogins? _logins;

    /// <summary>The repositories: <c>[registry[:port]/]repository</c>, or what <c>Find-ContainerImage</c> writes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Repository")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference[] Image { get; set; } = [];

    /// <summary>Only these tags: whole ones or wildcards.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string[]? Tag { get; set; }

    /// <summary>Takes plain HTTP, and certificates that nobody vouches for. For this machine's own addresses plain HTTP is taken in any case, as engines do.</summary>
    [Parameter]
    public SwitchParameter Insecure { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var logins = _logins ??= new RegistryLogins();
        var patterns = Tag?.Select(tag => WildcardPattern.Get(tag, WildcardOptions.None)).ToList();
        foreach (var image in Image)
        {
            if (image.IsId)
            {
                WriteFailure(new DockerException(DockerError.InvalidArgument, $"{image} is an image's id: registries know names only."), image.ToString());
                continue;
            }

            try
            {
                var login = logins.TryFor(image.Registry, WriteWarning);
                Await(async cancel =>
                {
                    await EngineLoader.Connector.RegistryClient.ListTagsAsync(image, login, Insecure, tags => Show(image, tags, patterns), cancel).ConfigureAwait(false);
                    return true;
                });
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, image.ToString());
            }
        }
    }

    private bool Show(ImageReference image, IReadOnlyList<string> tags, List<WildcardPattern>? patterns)
    {
        var wanted = patterns is null ? tags : tags.Where(tag => patterns.Exists(pattern => pattern.IsMatch(tag))).ToList();
        Thread.Post(() =>
        {
            foreach (var tag in wanted)
            {
                WriteObject(new ContainerImageTag { Repository = image.RepositoryName, Tag = tag, Registry = image.Registry });
            }
        });
        return !Cancel.IsCancellationRequested;
    }
}
