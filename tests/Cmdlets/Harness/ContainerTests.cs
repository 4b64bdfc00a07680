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

/// <summary>
/// The base of tests that make containers by the docker command or the cmdlets: what carries the test's names is removed after it, whatever became of the test.
/// That a cmdlet itself leaves nothing is asserted where it matters, with <see cref="AssertNothingMadeAsync"/>.
/// </summary>
public abstract class ContainerTests(SharedEngines engines) : EngineTests(engines)
{
    private readonly HashSet<TestEngine> _prepared = [];

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var engine in _prepared.Where(engine => engine.IsRunning))
        {
            // Podman keeps a container of which others have parts until those are gone.
            var later = new List<string>();
            foreach (var (_, path) in await EngineSweep.FindAsync(engine, Names.Prefix))
            {
                if (!await RemoveAsync(engine, path))
                {
                    later.Add(path);
                }
            }

            foreach (var path in later)
            {
                Assert.True(await RemoveAsync(engine, path), path);
            }
        }

        await base.DisposeAsync();
    }

    /// <summary>A shared engine, and a session that talks to it.</summary>
    protected async Task<(TestEngine Engine, PowerShellHost Host)> PrepareAsync(string version)
    {
        var engine = await EngineAsync(version);
        _prepared.Add(engine);
        return (engine, Session(engine));
    }

    /// <summary>Runs a container by the docker command and gives its name. It is stopped by SIGKILL, so that no stop has to wait.</summary>
    protected Task<string> RunAsync(TestEngine engine, params string[] command) => RunWithAsync(engine, [], command);

    /// <summary>As <see cref="RunAsync"/>, with options before the image.</summary>
    protected async Task<string> RunWithAsync(TestEngine engine, string[] options, params string[] command)
    {
        var name = Names.Next();
        await DockerAsync(engine, ["run", "-d", "--stop-signal", "KILL", "--name", name, .. options, TestImage.Reference, .. command.Length > 0 ? command : ["sleep", "600"]]);
        return name;
    }

    /// <summary>Runs a container to its end and gives its name.</summary>
    protected async Task<string> RunToEndAsync(TestEngine engine, params string[] command)
    {
        var name = await RunAsync(engine, command);
        await DockerAsync(engine, "wait", name);
        return name;
    }

    /// <summary>Creates a container by the docker command and gives its name.</summary>
    protected async Task<string> CreateAsync(TestEngine engine, params string[] command)
    {
        var name = Names.Next();
        await DockerAsync(engine, ["create", "--name", name, TestImage.Reference, .. command]);
        return name;
    }

    /// <summary>The output of the docker command, which must succeed.</summary>
    protected static async Task<string> DockerAsync(TestEngine engine, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var result = await engine.CliAsync(arguments);
        Assert.True(result.Succeeded, $"docker {string.Join(' ', arguments)}: {result.Error}");
        return result.Text;
    }

    /// <summary>What the engine itself says of a container.</summary>
    protected static Task<JsonElement> InspectAsync(TestEngine engine, string container)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Http.GetAsync($"/containers/{container}/json");
    }

    /// <summary>Waits until what is made next is newer by the engine's word: Podman lists containers in no order, and tells whole seconds.</summary>
    protected static Task NextSecondAsync(TestEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Version == EngineVersion.Podman ? Task.Delay(1100) : Task.CompletedTask;
    }

    /// <summary>Fails when something with the test's names is on the engine.</summary>
    protected Task AssertNothingMadeAsync(TestEngine engine) => EngineSweep.AssertNothingLeftAsync(engine, Names.Prefix);

    /// <summary>A page of a server that may need a moment to listen.</summary>
    protected static async Task<string> FetchAsync(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await client.GetStringAsync(new Uri(address));
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<bool> RemoveAsync(TestEngine engine, string path)
    {
        try
        {
            await engine.Http.DeleteAsync(path);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // It goes by itself; if it does not, the sweep says so.
        }
        catch (HttpRequestException refused) when (refused.Message.Contains("has dependent containers", StringComparison.Ordinal))
        {
            return false;
        }

        return true;
    }
}
