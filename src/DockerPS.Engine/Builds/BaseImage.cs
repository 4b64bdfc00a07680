using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>An image that a build takes something of.</summary>
/// <param name="Image">Its name with a tag or a digest.</param>
/// <param name="Platform">The platform that the Dockerfile asks for, as <c>os/arch[/variant]</c>; null for that of the build.</param>
internal sealed record BaseImage(ImageReference Image, string? Platform);
