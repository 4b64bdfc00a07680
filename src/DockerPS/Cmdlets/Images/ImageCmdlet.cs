using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>A cmdlet that works on images that are there.</summary>
public abstract class ImageCmdlet : FindingCmdlet
{
    private protected ImageCmdlet()
    {
    }

    /// <summary>
    /// The images that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.
    /// </summary>
    private protected IEnumerable<ImageTarget> Find(ContainerImageReference reference) => Find(
        reference,
        engine => ImageFinder.Known(engine, reference),
        (engine, cancel) => ImageFinder.FindAsync(engine, reference, cancel));

    /// <summary>Works on one image beside others; a failure names it as the user does.</summary>
    private protected void Add(ImageTarget target, Func<WorkItem, CancellationToken, Task> work) => Add(target.Id, target.Name, work);

    /// <summary>The image as a list shows it now, under one name; null when it is gone.</summary>
    private protected static async Task<ContainerImage?> ReadAsync(IDockerEngine engine, ImageReference name, CancellationToken cancel)
    {
        var reference = new ContainerImageReference(name.ToString(), engine: null, isId: false, wholeNameOnly: true, name: null, about: null);
        var found = reference.Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false));
        return found.Count > 0 ? found[0] : null;
    }
}
