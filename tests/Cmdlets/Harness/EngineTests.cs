using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>
/// The base of tests that use the shared engines. After each test nothing with its names may be left on an engine that it used, and its
/// sessions end.
/// </summary>
public abstract class EngineTests : IAsyncLifetime
{
    private readonly SharedEngines _engines;
    private readonly ConcurrentDictionary<TestEngine, bool> _used = new();
    private readonly List<PowerShellHost> _hosts = [];

    protected EngineTests(SharedEngines engines)
    {
        _engines = engines;
        Names = new UniqueNames(GetType().Name);
    }

    /// <summary>Names for all that the test makes.</summary>
    protected UniqueNames Names { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _hosts.ForEach(host => host.Dispose());
        foreach (var engine in _used.Keys)
        {
            await EngineSweep.AssertNothingLeftAsync(engine, Names.Prefix);
        }
    }

    /// <summary>The shared engine of a version, as <see cref="EveryEngineAttribute"/> names it.</summary>
    protected async Task<TestEngine> EngineAsync(string version)
    {
        var engine = await _engines.GetAsync(EngineVersion.Parse(version));
        _used[engine] = true;
        return engine;
    }

    /// <summary>A session with the module, whose commands talk to that engine by default.</summary>
    protected PowerShellHost Session(TestEngine engine, PowerShellHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Session((options ?? new PowerShellHostOptions()) with { Engine = engine.Host });
    }

    /// <summary>A session that ends with the test.</summary>
    protected PowerShellHost Session(PowerShellHostOptions? options = null)
    {
        var host = new PowerShellHost(options);
        _hosts.Add(host);
        return host;
    }
}
