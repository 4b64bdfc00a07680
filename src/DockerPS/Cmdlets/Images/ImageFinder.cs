using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>Finds what a reference means: an exact name first, then the beginning of an id, then a wildcard. A name without a tag means <c>latest</c>, as for docker.</summary>
internal static class ImageFinder
{
    /// <summary>Finds the images on one engine. An unmatched wildcard is an empty list, an unmatched literal a failure.</summary>
    public static async Task<IReadOnlyList<ImageTarget>> FindAsync(IDockerEngine engine, ContainerImageReference reference, CancellationToken cancel)
    {
        if (reference.IsId)
        {
            return [Known(engine, reference)];
        }

        if (reference.IsPattern)
        {
            var all = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
            return reference.Among(all).Select(image => new ImageTarget(engine, image.ImageId, image.Name)).ToList();
        }

        // The engine looks names up before ids.
        var found = await engine.Images.InspectAsync(reference.Text, cancel).ConfigureAwait(false);
        var named = IsNamed(found, reference.Text);
        return reference.WholeNameOnly && !named
            ? throw new DockerException(
                DockerError.ImageNotFound,
                $"No image is named {reference.Text}. It came as a number or in an object, so it was taken for a whole name: quote it if it is the beginning of an id.")
            { Engine = engine.Endpoint.Name }
            : [new ImageTarget(engine, found.ImageId, named ? reference.Text : found.ImageId)];
    }

    /// <summary>What a reference means that came with the whole id: nothing has to be asked.</summary>
    public static ImageTarget Known(IDockerEngine engine, ContainerImageReference reference) =>
        new(engine, reference.Text, string.IsNullOrEmpty(reference.Name) ? reference.Text : reference.Name!) { IsFromObject = true };

    // Any other text that finds an image is its id, or the beginning of it.
    private static bool IsNamed(ContainerImageDetail image, string text) =>
        !image.ImageId.StartsWith(text, StringComparison.Ordinal) && !image.ImageId.StartsWith("sha256:" + text, StringComparison.Ordinal)
        || ImageReference.TryParse(text, out var name)
            && image.Tags.Any(tag => ImageReference.TryParse(tag, out var own) && own.Equals(name.WithDefaultTag()));
}
