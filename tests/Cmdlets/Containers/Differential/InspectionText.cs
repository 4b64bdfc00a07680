using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DockerPS.Tests.Cmdlets.Containers.Differential;

/// <summary>An inspection as lines of path and value, without what differs between two containers of the same making: ids, names, times, paths of the engine's own.</summary>
internal static partial class InspectionText
{
    private static readonly HashSet<string> Own = ["Id", "Created", "Name", "ResolvConfPath", "HostnamePath", "HostsPath", "LogPath", "GraphDriver", "Storage", "SandboxID", "SandboxKey"];

    // All other lists the docker command or the engine makes of maps, in any order.
    private static readonly HashSet<string> Ordered = ["Cmd", "Entrypoint", "Args", "Test"];

    public static IReadOnlyList<string> Lines(JsonElement inspection, string name)
    {
        var id = inspection.GetProperty("Id").GetString()!;
        var lines = new List<string>();
        foreach (var member in inspection.EnumerateObject().Where(member => !Own.Contains(member.Name)))
        {
            Add(lines, member.Name, member.Name, member.Value);
        }

        return [.. lines.Select(line => Random().Replace(line.Replace(id, "ID", StringComparison.Ordinal).Replace(id[..12], "ID", StringComparison.Ordinal).Replace(name, "NAME", StringComparison.Ordinal), "RANDOM")).Order(StringComparer.Ordinal)];
    }

    private static void Add(List<string> lines, string path, string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                foreach (var member in value.EnumerateObject())
                {
                    Add(lines, path + "/" + member.Name, member.Name, member.Value);
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                var elements = Ordered.Contains(key) ? value.EnumerateArray() : value.EnumerateArray().OrderBy(Sorting, StringComparer.Ordinal).AsEnumerable();
                foreach (var (index, element) in elements.Index())
                {
                    Add(lines, path + "/" + index.ToString(CultureInfo.InvariantCulture), key, element);
                }

                break;
            // What is empty the docker commands of different versions say in different ways; of these two paths it says that nothing is protected.
            case JsonValueKind.Array when key is not ("MaskedPaths" or "ReadonlyPaths"):
                lines.Add(path + " = null");
                break;
            default:
                lines.Add(path + " = " + value.GetRawText());
                break;
        }
    }

    private static string Sorting(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("Destination", out var target) ? target.GetString()! : element.GetRawText();

    // Volumes without a name, ids of files, and ports of the machine, which Podman chooses before a start.
    [GeneratedRegex("[0-9a-f]{64}|(theirs|ours)[.]cid|HostPort = \"[3-6][0-9]{4}\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Random();
}
