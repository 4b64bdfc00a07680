using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace DockerPS.Containers;

/// <summary>Mounts as the engine takes them.</summary>
internal static class MountMapping
{
    /// <summary>The mount's JSON; options that were not given are left out.</summary>
    public static JsonNode ToJson(Mount mount)
    {
        var json = Start(mount.Type.ToString().ToLowerInvariant(), mount.Source, mount.Target);
        Set(json, "ReadOnly", mount.ReadOnly ? true : null);
        Set(json, "Consistency", mount.Consistency);
        Set(json, "BindOptions", Bind(mount));
        Set(json, "VolumeOptions", Volume(mount));
        Set(json, "ImageOptions", mount.ImageSubpath is { } path ? new JsonObject { ["Subpath"] = path } : null);
        Set(json, "TmpfsOptions", Tmpfs(mount));
        return json;
    }

    /// <summary>The engine's socket, where programs look for it.</summary>
    public static JsonNode Socket(string path)
    {
        var json = Start("bind", path, "/var/run/docker.sock");
        json["BindOptions"] = new JsonObject();
        return json;
    }

    private static JsonObject Start(string type, string? source, string target)
    {
        var json = new JsonObject { ["Type"] = type, ["Target"] = target };
        Set(json, "Source", source);
        return json;
    }

    private static JsonObject? Bind(Mount mount)
    {
        var options = new JsonObject();
        Set(options, "Propagation", mount.BindPropagation);
        Set(options, "NonRecursive", mount.BindRecursion == BindRecursion.Disabled ? true : null);
        Set(options, "ReadOnlyNonRecursive", mount.BindRecursion == BindRecursion.Writable ? true : null);
        Set(options, "ReadOnlyForceRecursive", mount.BindRecursion == BindRecursion.ReadOnly ? true : null);
        return options.Count > 0 ? options : null;
    }

    private static JsonObject? Volume(Mount mount)
    {
        var options = new JsonObject();
        Set(options, "NoCopy", mount.VolumeNoCopy ? true : null);
        Set(options, "Labels", Map(mount.VolumeLabels));
        Set(options, "Subpath", mount.VolumeSubpath);
        var driver = new JsonObject();
        Set(driver, "Name", mount.VolumeDriver);
        Set(driver, "Options", Map(mount.VolumeOptions));
        if (options.Count == 0 && driver.Count == 0)
        {
            return null;
        }

        options["DriverConfig"] = driver;
        return options;
    }

    private static JsonObject? Tmpfs(Mount mount)
    {
        var options = new JsonObject();
        Set(options, "SizeBytes", mount.TmpfsSize?.Bytes);
        Set(options, "Mode", mount.TmpfsMode);
        return options.Count > 0 ? options : null;
    }

    private static JsonObject? Map(IReadOnlyDictionary<string, string> values) => values.Count == 0 ? null
        : new JsonObject(values.Select(value => new KeyValuePair<string, JsonNode?>(value.Key, value.Value)));

    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
