using System;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets.Images;

/// <summary>The base of tests that make images.</summary>
public abstract class ImageTests(SharedEngines engines) : ContainerTests(engines)
{
    /// <summary>Makes an image of its own, with one layer over the test image, and gives its id. Tags are removed after the test.</summary>
    /// <param name="engine">Where it is made.</param>
    /// <param name="image">Its name with a tag.</param>
    /// <param name="bytes">How many bytes its layer has at least.</param>
    /// <param name="from">The image that it is made on.</param>
    protected async Task<string> MakeAsync(TestEngine engine, string image, int bytes = 0, string from = TestImage.Reference)
    {
        var name = Names.Next();
        // One label each: Podman takes all that follows the first one for its value.
        var label = "LABEL at=" + Guid.NewGuid().ToString("N");
        await DockerAsync(engine, "create", "--name", name, from, "sh", "-c", FormattableString.Invariant($"head -c {bytes} /dev/zero | tr '\\0' x > /own"));
        if (bytes > 0)
        {
            await DockerAsync(engine, "start", "-a", name);
        }

        var id = await DockerAsync(engine, "commit", "-c", "LABEL own=mine", "-c", label, name, image);
        await DockerAsync(engine, "rm", name);

        // Podman says it without the algorithm.
        return id.Contains(':', StringComparison.Ordinal) ? id : "sha256:" + id;
    }
}
