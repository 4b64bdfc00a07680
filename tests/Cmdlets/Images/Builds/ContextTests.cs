using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>What an image gets of its context, by us and by the docker command: names, kinds, permissions, owners, times, contents and links must be the same.</summary>
public sealed class ContextTests(SharedEngines engines) : BuildTests(engines)
{
    [Theory, EveryEngine]
    public Task Classic_builder_gets_what_docker_sends(string version) => CompareAsync(version, "Classic", [.. ContextCases.All, .. ContextCases.WithoutDockerfile]);

    // An ignored Dockerfile reaches BuildKit in the session that docker has with it; here it is in the context, and New-ContainerImage says so.
    [Theory, EveryEngine, PodmanDiffers("BuildKit")]
    public async Task BuildKit_gets_what_docker_sends(string version)
    {
        Assert.SkipWhen(version == "20.10", "The docker command of 20.10 looks for exceptions with wildcards in another way than those after it.");
        await CompareAsync(version, "BuildKit", ContextCases.All);
    }

    [Theory, EveryEngine, PodmanDiffers("BuildKit")]
    public async Task Ignored_Dockerfile_stays_in_BuildKits_context_and_is_warned_of(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var root = ContextCases.WithoutDockerfile.Single(one => one.Name == "one").Write(Folder.Path);

        var outcome = host.Invoke("New-ContainerImage $root -Builder BuildKit", ("root", root));

        var id = (string)outcome.One().ImageId;
        Assert.Contains("-Builder Classic", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        var paths = (await ListAsync(engine, id)).Select(line => line.Split(' ')[1]).ToList();
        Assert.Contains("ctx/Dockerfile", paths);
        Assert.Contains("ctx/src/a.cs", paths);
        Assert.DoesNotContain("ctx/a.md", paths);
        await RemoveAsync(engine, id);
    }

    private async Task CompareAsync(string version, string builder, IReadOnlyList<ContextCase> cases)
    {
        var (engine, host) = await PrepareAsync(version);
        var hosts = new ConcurrentBag<PowerShellHost>([host, Session(engine), Session(engine)]);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = hosts.Count }, async (one, _) =>
        {
            Assert.True(hosts.TryTake(out var session));
            var root = one.Write(Folder.Path);
            var outcome = session.Invoke("(New-ContainerImage -LiteralPath $root -Builder $builder -ForceRm).ImageId", ("root", root), ("builder", builder));
            hosts.Add(session);
            var built = await DockerBuildAsync(engine, builder, "-q", "--no-cache", "--force-rm", root);

            // One that can't be built can't be built by either.
            var (ours, theirs) = (outcome.Errors.Count > 0 ? "" : outcome.Texts().Single(), built.Succeeded ? built.Text : "");
            var (own, other) = (await ListAsync(engine, ours), await ListAsync(engine, theirs));
            if (!own.SequenceEqual(other))
            {
                differences.Add($"{one.Name} '{one.Rules}': only ours {string.Join(", ", own.Except(other))}; only docker's {string.Join(", ", other.Except(own))}; {outcome} {built.Error}");
            }

            foreach (var id in new[] { ours, theirs }.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal))
            {
                await RemoveAsync(engine, id);
            }
        });

        Assert.True(differences.IsEmpty, string.Join("\n", differences));
    }

    private async Task<IReadOnlyList<string>> ListAsync(TestEngine engine, string image)
    {
        if (image.Length == 0)
        {
            return ["not built"];
        }

        var name = Names.Next();
        var made = await engine.CliAsync("create", "--name", name, image, "none");
        Assert.True(made.Succeeded, made.Error);
        var lines = new List<string>();
        try
        {
            using var answer = await engine.Http.SendAsync(HttpMethod.Get, $"/containers/{name}/archive?path=/ctx", content: null);
            await using var archive = new TarReader(await answer.Content.ReadAsStreamAsync());
            while (await archive.GetNextEntryAsync() is { } entry)
            {
                lines.Add(await DescribeAsync(entry));
            }
        }
        catch (HttpRequestException nothing) when (nothing.StatusCode == HttpStatusCode.NotFound)
        {
            // An image without the folder: nothing was copied.
        }

        await engine.Http.DeleteAsync($"/containers/{name}");
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<string> DescribeAsync(TarEntry entry)
    {
        var content = entry.DataStream is { } data ? Convert.ToHexString(await SHA256.HashDataAsync(data))[..8] : "";
        var time = entry.EntryType is TarEntryType.Directory or TarEntryType.SymbolicLink ? 0 : entry.ModificationTime.ToUnixTimeSeconds();
        return $"{entry.EntryType} {entry.Name.TrimEnd('/')} {Convert.ToString((int)entry.Mode, 8)} {entry.Uid}:{entry.Gid} {entry.Length} {content} {entry.LinkName} {time}";
    }

    private static async Task RemoveAsync(TestEngine engine, string id)
    {
        var removed = await engine.CliAsync("rmi", "-f", id);
        Assert.True(removed.Succeeded || removed.Error.Contains("No such image", StringComparison.Ordinal), removed.Error);
    }
}
