using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>A real engine of its own, in the cage that this process runs in. Several stand side by side, and published ports answer on 127.0.0.1.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    // Docker speaks plain HTTP with registries of this machine unasked.
    private const string PodmanRegistries = """
        [[registry]]
        location = "127.0.0.1"
        insecure = true

        """;

    private static readonly string[] ProcessNumberFiles = ["pid", "exec/containerd/containerd.pid"];

    private readonly EnginePackages _packages;
    private readonly TestEngineOptions _options;
    private readonly EngineSlot _slot;
    private Process? _process;
    private bool _paused;
    private bool _disposed;

    private TestEngine(EnginePackages packages, TestEngineOptions options, EngineSlot slot)
    {
        _packages = packages;
        _options = options;
        _slot = slot;
        Name = options.Name ?? $"engine-{packages.Version}-{slot.Number}";
        Http = new EngineHttp(SocketPath);
    }

    public string Name { get; }

    public EngineVersion Version => _packages.Version;

    public string SocketPath => Path.Combine(_slot.Folder, "docker.sock");

    /// <summary>What DOCKER_HOST says: <c>unix:///...</c>.</summary>
    public string Host => "unix://" + SocketPath;

    /// <summary>The process number of dockerd in the cage.</summary>
    public int Pid => _process?.Id ?? throw new InvalidOperationException($"{Name} is not running.");

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The docker command of the engine's version.</summary>
    public string CliPath => _packages.CliPath;

    public string LogPath => Path.Combine(_slot.Folder, "dockerd.log");

    /// <summary>A folder for DOCKER_CONFIG without config.json, that has the version's plugins.</summary>
    public string CliConfigFolder => Path.Combine(_slot.Folder, "cli");

    /// <summary>PATH with the version's programs first.</summary>
    public string SearchPath => _packages.SearchPath;

    /// <summary>Asks the engine directly.</summary>
    public EngineHttp Http { get; }

    public static async Task<TestEngine> StartAsync(EnginePackages packages, TestEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(packages);
        if (!packages.Installed)
        {
            throw new InvalidOperationException($"Docker {packages.Version}: {packages.Missing}");
        }

        var engine = new TestEngine(packages, options ?? new TestEngineOptions(), await EngineSlot.ClaimAsync(options?.Network));
        try
        {
            await engine.PrepareAsync();
            await engine.LaunchAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the image that tests run, and gives its id.</summary>
    public async Task<string> ImportTestImageAsync(string reference = TestImage.Reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        using var content = new ByteArrayContent(await TestImage.ArchiveAsync());
        content.Headers.Add("Content-Type", "application/x-tar");
        using var answer = await Http.SendAsync(
            HttpMethod.Post,
            $"/images/create?fromSrc=-&repo={Uri.EscapeDataString(reference)}&changes={Uri.EscapeDataString("CMD [\"sh\"]")}",
            content);
        var progress = await answer.Content.ReadAsStringAsync();
        if (progress.Contains("errorDetail", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Name} did not take the test image: {progress}");
        }

        return (await Http.GetAsync($"/images/{reference}/json")).GetProperty("Id").GetString()!;
    }

    /// <summary>Runs the docker command of the engine's version against it.</summary>
    public Task<CommandResult> CliAsync(params string[] arguments) =>
        Tool.RunAsync(CliPath, arguments, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOCKER_HOST"] = Host,
            ["DOCKER_CONFIG"] = CliConfigFolder,
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_API_VERSION"] = null,
            ["DOCKER_TLS_VERIFY"] = null,
            ["PATH"] = SearchPath,
        });

    /// <summary>Ends dockerd as a crash would: containers go on without it.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            Signals.Send(process.Id, Signals.Kill);
            await EndedAsync(process, StopLimit);
            Forget();
        }
    }

    /// <summary>Stops the engine unless it is down, and starts it again with the same data and socket.</summary>
    public async Task RestartAsync()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await StopAsync();
        await LaunchAsync();
    }

    /// <summary>Makes the engine hang: connections are taken, nothing is answered.</summary>
    public void Pause()
    {
        Signals.Send(Pid, Signals.Stop);
        _paused = true;

        // The signal is sent at once and reaches each thread a moment later.
        SpinWait.SpinUntil(IsStopped, TimeSpan.FromSeconds(5));
    }

    private bool IsStopped() => Directory.GetDirectories($"/proc/{Pid}/task")
        .All(thread => File.ReadAllText(Path.Combine(thread, "stat")) is var stat && stat[(stat.LastIndexOf(')') + 2)..].StartsWith('T'));

    public void Resume()
    {
        Signals.Send(Pid, Signals.Continue);
        _paused = false;
    }

    /// <summary>Stops the engine and keeps its data, for <see cref="RestartAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        if (_paused)
        {
            Resume();
        }

        Signals.Send(process.Id, Signals.Terminate);
        if (!await EndedAsync(process, StopLimit))
        {
            await KillAsync();
            await EngineLeftovers.RemoveAsync(_slot.Folder);
        }

        Forget();
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Http.Dispose();
        // Its data goes, so nothing is owed to it: an orderly stop takes 3 to 13 s, this a tenth of one.
        await KillAsync();
        await EngineLeftovers.RemoveAsync(_slot.Folder);
        await _slot.ReleaseAsync();
    }

    public override string ToString() => Name;

    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(Path.Combine(CliConfigFolder, "cli-plugins"));
        if (Directory.Exists(_packages.PluginFolder))
        {
            foreach (var plugin in Directory.EnumerateFiles(_packages.PluginFolder))
            {
                File.CreateSymbolicLink(Path.Combine(CliConfigFolder, "cli-plugins", Path.GetFileName(plugin)), plugin);
            }
        }

        // A file of its own keeps the machine's daemon.json away. 20.10 takes an engine's id from a key that all engines of a machine share.
        var key = Version == EngineVersion.V2010 ? $$"""{"deprecated-key-path": "{{_slot.Folder}}/key.json"}""" : "{}";
        await File.WriteAllTextAsync(Path.Combine(_slot.Folder, "daemon.json"), key);
        if (Version == EngineVersion.Podman)
        {
            await File.WriteAllTextAsync(Path.Combine(_slot.Folder, "containers.conf"), PodmanSettings());
            await File.WriteAllTextAsync(Path.Combine(_slot.Folder, "registries.conf"), PodmanRegistries);
        }
    }

    private async Task LaunchAsync()
    {
        // After a crash the numbers in these may be those of other processes by now, and a start would refuse.
        foreach (var file in ProcessNumberFiles.Select(file => Path.Combine(_slot.Folder, file)).Where(File.Exists))
        {
            File.Delete(file);
        }

        // A session of its own: the Ctrl-C of a terminal is not for the engine.
        string[] enter = _options.Network is { } network ? ["nsenter", "--net=" + network.Handle] : [];
        var start = new ProcessStartInfo("sh", ["-c", "exec setsid \"$0\" \"$@\" </dev/null >>\"$DOCKERPS_LOG\" 2>&1", .. enter, _packages.DaemonPath, .. Arguments()]);
        start.Environment["PATH"] = _packages.SearchPath;
        start.Environment["DOCKERPS_LOG"] = LogPath;
        start.Environment["CONTAINERS_CONF"] = Path.Combine(_slot.Folder, "containers.conf");
        start.Environment["CONTAINERS_REGISTRIES_CONF"] = Path.Combine(_slot.Folder, "registries.conf");
        foreach (var (name, value) in _options.Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        var end = Stopwatch.StartNew();
        while (!await Http.PingAsync(TimeSpan.FromSeconds(2)))
        {
            if (_process.HasExited || end.Elapsed > _options.StartLimit)
            {
                var what = _process.HasExited ? $"ended with {_process.ExitCode}" : $"did not answer within {_options.StartLimit.TotalSeconds:0} s";
                throw new InvalidOperationException($"{Name} {what}. Its last words:\n{string.Join('\n', File.ReadLines(LogPath).TakeLast(15))}");
            }

            await Task.Delay(25);
        }
    }

    private IEnumerable<string> Arguments() => Version == EngineVersion.Podman ? PodmanArguments() : DockerArguments();

    // Without the limits no container starts where limits can't be raised; without systemd there is neither its journal nor its control groups.
    // Networks and locks would be the machine's, not the engine's.
    private string PodmanSettings() => $"""
        [containers]
        default_ulimits = ["nofile=20000:20000","nproc=20000:20000"]
        [engine]
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        lock_type = "file"
        [network]
        network_backend = "netavark"
        network_config_dir = "{Path.Combine(_slot.Folder, "networks")}"

        """;

    private string[] PodmanArguments() =>
    [
        "--root", Path.Combine(_slot.Folder, "data"),
        "--runroot", Path.Combine(_slot.Folder, "run"),
        "--tmpdir", Path.Combine(_slot.Folder, "tmp"),
        "system", "service", "--time=0", Host,
    ];

    private IEnumerable<string> DockerArguments()
    {
        string[] own =
        [
            "--config-file", Path.Combine(_slot.Folder, "daemon.json"),
            "--data-root", Path.Combine(_slot.Folder, "data"),
            "--exec-root", Path.Combine(_slot.Folder, "exec"),
            "--pidfile", Path.Combine(_slot.Folder, "pid"),
            "--host", Host,
            "--cgroup-parent", _slot.ControlGroup,
            "--bridge", _slot.Bridge, "--iptables=false", "--ip6tables=false", "--ip", "127.0.0.1",
            "--default-address-pool", _slot.AddressPool,
            "--shutdown-timeout", "1",
        ];
        string[] tcp = _options.TcpPort is { } port ? ["--host", $"tcp://{_options.Network?.Address ?? "127.0.0.1"}:{port}"] : [];
        return [.. own, .. tcp, .. _options.Arguments];
    }

    private static async Task<bool> EndedAsync(Process process, TimeSpan limit)
    {
        using var ending = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(ending.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Forget()
    {
        _process?.Dispose();
        _process = null;
        _paused = false;
    }
}
