using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>A cmdlet that works on images that are there.</summary>
public abstract class ImageCmdlet : EngineCmdlet
{
    private protected ImageCmdlet()
    {
    }

    /// <summary>
    /// The images that a reference means, on all engines that it may mean. What can't be found is reported in its place in the output.
    /// </summary>
    private protected IEnumerable<ImageTarget> Find(ContainerImageReference reference)
    {
        IReadOnlyList<IDockerEngine> engines;
        try
        {
            engines = EnginesOf(reference);
        }
        catch (DockerException failure)
        {
            Work.AddFailure(reference.ToString(), failure);
            yield break;
        }

        if (reference.IsId)
        {
            foreach (var engine in engines)
            {
                yield return ImageFinder.Known(engine, reference);
            }

            yield break;
        }

        foreach (var (found, failure) in Await(_ => Task.WhenAll(engines.Select(engine => TryFindAsync(engine, reference)))))
        {
            if (failure is not null)
            {
                Work.AddFailure(reference.ToString(), failure);
            }

            foreach (var target in found)
            {
                yield return target;
            }
        }
    }

    /// <summary>Works on one image beside others; a failure names it as the user does.</summary>
    private protected void Add(ImageTarget target, Func<WorkItem, CancellationToken, Task> work) => Work.Add(target.Name, async (item, cancel) =>
    {
        try
        {
            await work(item, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (failure.Naming(target.Id, target.Name) is var named && named != failure)
        {
            throw named;
        }
    });

    /// <summary>The image as a list shows it now, under one name; null when it is gone.</summary>
    private protected static async Task<ContainerImage?> ReadAsync(IDockerEngine engine, ImageReference name, CancellationToken cancel)
    {
        var reference = new ContainerImageReference(name.ToString(), engine: null, isId: false, wholeNameOnly: true, name: null, about: null);
        var found = reference.Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false));
        return found.Count > 0 ? found[0] : null;
    }

    private async Task<(IReadOnlyList<ImageTarget> Found, DockerException? Failure)> TryFindAsync(IDockerEngine engine, ContainerImageReference reference)
    {
        try
        {
            return (await ImageFinder.FindAsync(engine, reference, Cancel).ConfigureAwait(false), null);
        }
        catch (DockerException failure)
        {
            return ([], failure);
        }
    }
}
