using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Looks for what tests left on an engine.</summary>
public static class EngineSweep
{
    private const string Library = "docker.io/library/";

    /// <summary>Fails when there are containers, networks, volumes or image tags whose names begin so, and removes them all the same.</summary>
    public static async Task AssertNothingLeftAsync(TestEngine engine, string prefix)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var left = await FindAsync(engine, prefix);
        foreach (var (_, path) in left)
        {
            await RemoveAsync(engine, path);
        }

        if (left.Count > 0)
        {
            Assert.Fail($"The test left on {engine}: {string.Join(", ", left.Select(thing => thing.Name))}");
        }
    }

    /// <summary>What has a name that begins so, with the path that removes it; containers first, for they use the others.</summary>
    public static async Task<IReadOnlyList<(string Name, string Path)>> FindAsync(TestEngine engine, string prefix)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var containers = await ListAsync(engine, "/containers/json?all=true");
        var networks = await ListAsync(engine, "/networks");
        var volumes = (await ListAsync(engine, "/volumes")).GetProperty("Volumes");
        var images = await ListAsync(engine, "/images/json");
        return
        [
            .. Items(containers).SelectMany(item => Named("container", Texts(item, "Names"), $"/containers/{Text(item, "Id")}?force=true&v=true")),
            .. Items(networks).SelectMany(item => Named("network", [Text(item, "Name")], $"/networks/{Text(item, "Id")}")),
            .. Items(volumes).SelectMany(item => Named("volume", [Text(item, "Name")], $"/volumes/{Text(item, "Name")}?force=true")),
            .. Items(images).SelectMany(item => Texts(item, "RepoTags")).SelectMany(tag => Named("image", [tag], $"/images/{tag}?force=true")),
        ];

        IEnumerable<(string, string)> Named(string kind, IEnumerable<string> names, string path) =>
            names.Select(Familiar)
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Take(1)
                .Select(name => ($"{kind} {name}", path));
    }

    // Podman fails when something goes while it lists, and is asked again.
    private static async Task<JsonElement> ListAsync(TestEngine engine, string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await engine.Http.GetAsync(path);
            }
            catch (HttpRequestException gone) when (gone.StatusCode == HttpStatusCode.InternalServerError && attempt < 20)
            {
                await Task.Delay(50);
            }
        }
    }

    // Podman writes images' names in full.
    private static string Familiar(string name) =>
        name.StartsWith(Library, StringComparison.Ordinal) ? name[Library.Length..] : name.TrimStart('/');

    private static async Task RemoveAsync(TestEngine engine, string path)
    {
        try
        {
            await engine.Http.DeleteAsync(path);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // It went in the meantime, or goes: it is said to be left in any case.
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString() ?? "";

    private static IEnumerable<string> Texts(JsonElement item, string property) =>
        item.TryGetProperty(property, out var list) ? Items(list).Select(text => text.GetString() ?? "") : [];
}
