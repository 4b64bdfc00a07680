using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>
/// A real ssh server of its own on 127.0.0.1, in the cage that this process runs in: OpenSSH as it comes, with generated keys, through which an engine is reached. The system's ssh finds it by
/// <see cref="SearchPath"/>, where a command of that name brings the configuration along: ssh itself reads none but that of the account.
/// </summary>
public sealed class SshServer : IAsyncDisposable
{
    /// <summary>What <c>install</c> calls it.</summary>
    public const string Name = "ssh";

    private const string Program = "/usr/sbin/sshd";
    private const string Client = "/usr/bin/ssh";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly Process _process;

    private SshServer(string folder, int port, Process process)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    /// <summary>The packages that it needs.</summary>
    public static IReadOnlyList<string> Packages { get; } = ["openssh-server", "openssh-client"];

    /// <summary>Why there can be none on this machine, or null when there can.</summary>
    public static string? Missing => new[] { Program, Client, "/usr/bin/ssh-keygen" }.FirstOrDefault(file => !File.Exists(file)) is { } absent
        ? $"{absent} is not there: run 'install ssh'"
        : null;

    public int Port { get; }

    /// <summary>What DOCKER_HOST says.</summary>
    public string Host => string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{Port}");

    /// <summary>The value of PATH with which ssh finds its configuration.</summary>
    public string SearchPath => Path.Combine(_folder, "near") + ":" + Environment.GetEnvironmentVariable("PATH");

    /// <summary>The keys of servers that the client knows.</summary>
    public string KnownHosts => Path.Combine(_folder, "known_hosts");

    /// <summary>The client's own key.</summary>
    public string ClientKey => Path.Combine(_folder, "client");

    /// <summary>How often somebody logged in.</summary>
    public int Logins => File.ReadLines(LogPath).Count(line => line.Contains("Accepted publickey", StringComparison.Ordinal));

    private string LogPath => Path.Combine(_folder, "log");

    /// <summary>The ssh processes of clients of this server that are alive.</summary>
    public IReadOnlyList<int> Clients => Processes("-F\0" + Path.Combine(_folder, "ssh_config"));

    /// <summary>Starts a server.</summary>
    /// <param name="engine">What DOCKER_HOST says to commands at the far side.</param>
    /// <param name="docker">The docker command of the far side; null for none.</param>
    public static async Task<SshServer> StartAsync(string engine, string? docker)
    {
        if (Missing is { } why)
        {
            throw new InvalidOperationException(why);
        }

        var folder = Directory.CreateDirectory(Path.Combine(Cage.Folder, "ssh-" + RandomNumberGenerator.GetHexString(6, lowercase: true))).FullName;
        var port = TestRegistry.FreePort();
        await WriteAsync(folder, port, engine, docker);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" -D -e -f \"$1\" </dev/null >\"$2\" 2>&1", Program, Path.Combine(folder, "sshd_config"), Path.Combine(folder, "log")]);
        var server = new SshServer(folder, port, Process.Start(start)!);
        try
        {
            await server.ListeningAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends all that are logged in; the server goes on.</summary>
    public void KillSessions()
    {
        foreach (var process in Descendants(_process.Id))
        {
            Signals.Send(process, Signals.Kill);
        }
    }

    /// <summary>Ends the server and all that are logged in, as a power cut would.</summary>
    public void Kill()
    {
        foreach (var process in Descendants(_process.Id).Append(_process.Id))
        {
            Signals.Send(process, Signals.Kill);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        FolderRemoval.Remove(_folder);
    }

    private static async Task WriteAsync(string folder, int port, string engine, string? docker)
    {
        var (near, far) = (Directory.CreateDirectory(Path.Combine(folder, "near")).FullName, Directory.CreateDirectory(Path.Combine(folder, "far")).FullName);
        foreach (var key in (string[])["host", "client"])
        {
            await Tool.DemandAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, key)]);
        }

        File.Copy(Path.Combine(folder, "client.pub"), Path.Combine(folder, "authorized_keys"));
        var hostKey = (await File.ReadAllTextAsync(Path.Combine(folder, "host.pub"))).Split(' ');
        await File.WriteAllTextAsync(Path.Combine(folder, "known_hosts"), $"[127.0.0.1]:{port} {hostKey[0]} {hostKey[1]}\n");
        if (docker is not null)
        {
            File.CreateSymbolicLink(Path.Combine(far, "docker"), docker);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "sshd_config"), $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/authorized_keys
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin yes
            SetEnv DOCKER_HOST={engine} PATH={far}

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "ssh_config"), $"""
            Host *
              IdentityFile {folder}/client
              IdentitiesOnly yes
              UserKnownHostsFile {folder}/known_hosts
              GlobalKnownHostsFile none

            """);
        var command = Path.Combine(near, "ssh");
        await File.WriteAllTextAsync(command, $"#!/bin/sh\nexec {Client} -F {folder}/ssh_config \"$@\"\n");
#pragma warning disable CA1416 // Engines and servers of tests run on Linux only.
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    private async Task ListeningAsync()
    {
        for (var end = Stopwatch.StartNew(); ; await Task.Delay(25))
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && end.Elapsed < StartLimit)
            {
                // Not yet.
            }
            catch (SocketException failure)
            {
                throw new InvalidOperationException($"sshd did not listen: {await File.ReadAllTextAsync(LogPath)}", failure);
            }
        }
    }

    private static List<int> Processes(string words)
    {
        var found = new List<int>();
        foreach (var process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                // A process that has ended and waits to be reaped has no command line.
                if (File.ReadAllText(Path.Combine(process, "cmdline")).Contains(words, StringComparison.Ordinal))
                {
                    found.Add(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // It ended in the meantime.
            }
        }

        return found;
    }

    private static IEnumerable<int> Descendants(int parent)
    {
        var children = new List<int>();
        foreach (var process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(process, "stat"));
                if (stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture))
                {
                    children.Add(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // It ended in the meantime.
            }
        }

        return children.SelectMany(child => Descendants(child).Append(child));
    }
}
