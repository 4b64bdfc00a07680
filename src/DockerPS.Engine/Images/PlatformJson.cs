using System;
using System.Text.Json.Nodes;

namespace DockerPS.Images;

/// <summary>A platform as the calls take it that know images of several: JSON, where older ones take text.</summary>
internal static class PlatformJson
{
    /// <summary>The API version that brought platforms to archives of images: Docker 28's.</summary>
    public static Version ForArchives { get; } = new(1, 48);

    /// <param name="platform"><c>os/arch[/variant]</c>.</param>
    /// <exception cref="DockerException">It is something else.</exception>
    public static string Of(string platform)
    {
        var parts = platform.Split('/');
        if (parts.Length is not (2 or 3) || Array.Exists(parts, part => part.Trim().Length == 0))
        {
            throw new DockerException(DockerError.InvalidArgument, $"'{platform}' is no platform: expected is os/arch[/variant], as linux/arm64 or linux/arm/v7.");
        }

        var json = new JsonObject { ["os"] = parts[0], ["architecture"] = parts[1] };
        if (parts.Length == 3)
        {
            json["variant"] = parts[2];
        }

        return json.ToJsonString();
    }
}
