using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Completes images with their tags; an image without a tag by its id.</summary>
public sealed class ImageCompleter : EngineCompleter
{
    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Candidate>> AskAsync(CompletionRequest request, IDockerEngine engine, CancellationToken cancel)
    {
        var images = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
        return images
            .OrderBy(image => image.Repository is null)
            .ThenBy(image => image.Name, StringComparer.OrdinalIgnoreCase)
            .Select(image => new Candidate(image.Repository is null ? ShortId(image) : image.Name, Tip(image)));
    }

    private static string Tip(ContainerImage image) =>
        $"{ShortId(image)}, {ByteText.Of(image.Size)}, made {AgeText.Of(image.Created, DateTime.Now)}";

    private static string ShortId(ContainerImage image)
    {
        var id = image.ImageId.Substring(image.ImageId.IndexOf(':') + 1);
        return id.Length > 12 ? id.Substring(0, 12) : id;
    }
}
