using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Tests of what all cmdlets have in common: they make containers by other means than the cmdlets, and take away what is left of them.</summary>
public abstract class WaysTests(SharedEngines engines) : EngineTests(engines)
{
    /// <summary>A process that ends at once when it is asked to; one that is the first of its container must say so.</summary>
    protected const string Obedient = "trap 'exit 0' TERM; echo ready; sleep 600 & wait";

    /// <summary>What Ctrl-C promises.</summary>
    protected static readonly TimeSpan StopLimit = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentBag<(TestEngine Engine, string Id)> _made = [];

    /// <summary>The label, <c>run=...</c>, of all containers that the test makes.</summary>
    protected string Label => "run=" + Names.Prefix;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Task.WhenAll(_made.Select(made => RemoveAsync(made.Engine, made.Id)));
        await base.DisposeAsync();
    }

    /// <summary>The engine for what does not depend on its version: the newest that is here.</summary>
    protected Task<TestEngine> NewestAsync() => EngineAsync(SharedEngines.Versions[^1].Name);

    /// <summary>Two engines of different versions; where there is only one the test is skipped.</summary>
    protected async Task<(TestEngine Old, TestEngine Young)> TwoEnginesAsync()
    {
        Assert.SkipUnless(SharedEngines.Versions.Count > 1, "Engines of two versions are needed.");
        return (await EngineAsync(SharedEngines.Versions[0].Name), await NewestAsync());
    }

    /// <summary>Makes a container that runs a line of shell, and gives its name and id.</summary>
    protected async Task<(string Name, string Id)> ContainerAsync(TestEngine engine, string command = Obedient, bool start = false, string? name = null, string more = "")
    {
        ArgumentNullException.ThrowIfNull(engine);
        name ??= Names.Next();
        var json = $$"""{"Image":"busybox:test","Cmd":["sh","-c",{{JsonSerializer.Serialize(command)}}],"Labels":{"run":"{{Names.Prefix}}"}{{more}}}""";
        using var answer = JsonDocument.Parse(await engine.Http.PostAsync($"/containers/create?name={name}", json));
        var id = answer.RootElement.GetProperty("Id").GetString()!;
        _made.Add((engine, id));
        if (start)
        {
            await engine.Http.PostAsync($"/containers/{id}/start");
        }

        return (name, id);
    }

    /// <summary>Makes several that differ only in their names.</summary>
    protected async Task<(string Name, string Id)[]> ContainersAsync(TestEngine engine, int count, bool start = false)
    {
        var made = new (string, string)[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            made[i] = await ContainerAsync(engine, start: start, name: string.Create(CultureInfo.InvariantCulture, $"{Names.Prefix}-n{i:000}")));
        return made;
    }

    /// <summary>The names of the test's containers that are there, in order.</summary>
    protected async Task<string[]> LeftAsync(TestEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var list = await engine.Http.GetAsync("/containers/json?all=true");
        return [.. list.EnumerateArray()
            .Select(item => item.GetProperty("Names")[0].GetString()!.TrimStart('/'))
            .Where(name => name.StartsWith(Names.Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A container's state in the engine's word.</summary>
    protected static async Task<string> StateAsync(TestEngine engine, string container)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return (await engine.Http.GetAsync($"/containers/{container}/json")).GetProperty("State").GetProperty("Status").GetString()!;
    }

    /// <summary>How many requests of a kind a proxy has seen.</summary>
    protected static int Count(FaultyProxy proxy, string pattern)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return proxy.Requests.Count(request => Regex.IsMatch(request, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>An item as PowerShell writes it, live or deserialized.</summary>
    protected static string TextOf(object? item) => LanguagePrimitives.ConvertTo<string>(item);

    protected static async Task UntilAsync(Func<bool> condition, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            Assert.True(waited.Elapsed < (limit ?? TimeSpan.FromSeconds(10)), $"It never came to this: {what}");
        }
    }

    private static async Task RemoveAsync(TestEngine engine, string id)
    {
        try
        {
            await engine.Http.DeleteAsync($"/containers/{id}?force=true&v=true");
        }
        catch (HttpRequestException gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            // Removed by what was tested.
        }
        catch (HttpRequestException going) when (going.StatusCode == HttpStatusCode.Conflict)
        {
            // A removal is under way; what stays is found by the sweep.
            await Task.Delay(500);
        }
    }
}
