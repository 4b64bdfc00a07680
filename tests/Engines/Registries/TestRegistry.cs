using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>A real registry of its own on 127.0.0.1, in the cage that this process runs in: Debian's docker-registry, empty, with a login where that is asked for.</summary>
public sealed class TestRegistry : IAsyncDisposable
{
    /// <summary>The user that a registry with a login takes.</summary>
    public const string User = "ann";

    /// <summary>That user's password. It occurs nowhere else.</summary>
    public const string Password = "Zq7:s3cret pass";

    // The user with the password's bcrypt hash, as htpasswd writes it.
    private const string PasswordLine = User + ":$2y$05$abcdefghijklmnopqrstuuUshukYZzw7lp.Stww53YortfH08umqy";

    private const string Program = "/usr/bin/docker-registry";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly Process _process;

    private TestRegistry(string folder, int port, Process process)
    {
        _folder = folder;
        _process = process;
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    /// <summary>What an image's name begins with: <c>127.0.0.1:PORT</c>. Engines speak plain HTTP with it.</summary>
    public string Address { get; }

    /// <summary>Why there can be none on this machine, or null when there can.</summary>
    public static string? Missing => File.Exists(Program) ? null : $"{Program} is not there: run 'install {EngineVersion.V2010}'";

    /// <summary>Starts one.</summary>
    /// <param name="login">Nobody but <see cref="User"/> gets in.</param>
    public static async Task<TestRegistry> StartAsync(bool login = false)
    {
        if (Missing is { } why)
        {
            throw new InvalidOperationException(why);
        }

        var folder = Path.Combine(Cage.Folder, "registry-" + RandomNumberGenerator.GetHexString(6, lowercase: true));
        Directory.CreateDirectory(folder);
        var port = FreePort();
        var configuration = Path.Combine(folder, "config.yml");
        var passwords = Path.Combine(folder, "htpasswd");
        await File.WriteAllTextAsync(passwords, PasswordLine + "\n");
        await File.WriteAllTextAsync(configuration, $$"""
            version: 0.1
            log: { level: warn, accesslog: { disabled: true } }
            storage:
              filesystem: { rootdirectory: {{folder}}/data }
              delete: { enabled: true }
            http: { addr: 127.0.0.1:{{port}} }
            {{(login ? $"auth: {{ htpasswd: {{ realm: test, path: {passwords} }} }}" : "")}}
            """);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" serve \"$1\" </dev/null >\"$2\" 2>&1", Program, configuration, Path.Combine(folder, "log")]);
        var registry = new TestRegistry(folder, port, Process.Start(start)!);
        try
        {
            await registry.WaitUntilReadyAsync();
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    /// <summary>A port of 127.0.0.1 that nothing listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Pushes an image that an engine has under a name here, and gives that name; the engine keeps only its own.</summary>
    public async Task<string> PushAsync(TestEngine engine, string image, string repository, string tag = "1")
    {
        ArgumentNullException.ThrowIfNull(engine);
        var name = $"{Address}/{repository}:{tag}";
        foreach (var step in (string[][])[["tag", image, name], ["push", name], ["rmi", name]])
        {
            var result = await engine.CliAsync(step);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException($"'docker {string.Join(' ', step)}' failed: {result.Error}");
            }
        }

        return name;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signals.Send(_process.Id, Signals.Kill);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(25))
        {
            try
            {
                // One that asks for a login is ready as well.
                using var answer = await client.GetAsync(new Uri($"http://{Address}/v2/"));
                return;
            }
            catch (HttpRequestException failure)
            {
                if (_process.HasExited || waited.Elapsed > StartLimit)
                {
                    throw new InvalidOperationException($"The registry did not start: {await File.ReadAllTextAsync(Path.Combine(_folder, "log"))}", failure);
                }
            }
        }
    }
}
