using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;

namespace DockerPS.Tests.Cmdlets.Images.Builds;

/// <summary>The base of tests that build: a folder for contexts, and the classic builder's leftovers removed again.</summary>
public abstract class BuildTests(SharedEngines engines) : ContainerTests(engines)
{
    /// <summary>A folder that goes with the test.</summary>
    protected TemporaryFolder Folder { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Folder.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>What a command in a new container of the image writes.</summary>
    protected Task<string> OutputAsync(TestEngine engine, string image, params string[] command) =>
        DockerAsync(engine, ["run", "--rm", image, .. command]);

    /// <summary>Runs the engine's own docker command to build.</summary>
    protected static Task<CommandResult> DockerBuildAsync(TestEngine engine, string builder, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Tool.RunAsync(engine.CliPath, ["build", .. arguments], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOCKER_HOST"] = engine.Host,
            ["DOCKER_CONFIG"] = engine.CliConfigFolder,
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_API_VERSION"] = null,
            ["DOCKER_TLS_VERIFY"] = null,
            ["DOCKER_BUILDKIT"] = builder == "BuildKit" ? "1" : "0",
            ["PATH"] = engine.SearchPath,
        });
    }
}
