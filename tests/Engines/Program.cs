using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

internal static class Program
{
    private const string Usage = """
        Real Docker engines for tests and demonstrations, on Debian, as root.

          list                                      which versions are here
          install [20.10] [26.1] [28.5] [mono] [ssh]
                                                    gets their packages (all of them by default)
          cage -- COMMAND ARGUMENTS                 runs a command in namespaces of its own; nothing of it stays behind
          run --engine VERSION [--image] -- COMMAND ARGUMENTS
                                                    the same, with an engine that DOCKER_HOST names, and the image busybox:test
        """;

    private static int Main(string[] arguments)
    {
        try
        {
            var split = Array.IndexOf(arguments, "--");
            var own = split < 0 ? arguments : arguments[..split];
            var command = split < 0 ? [] : arguments[(split + 1)..];
            return own switch
            {
                ["list"] when split < 0 => ListEngines(),
                ["install", .. var versions] when split < 0 => InstallAsync(versions).GetAwaiter().GetResult(),
                ["cage"] when command.Length > 0 => Cage.Run(command),
                ["run", .. var options] when command.Length > 0 => EngineRun.Run(options, command),
                _ => ShowUsage(),
            };
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or TimeoutException or Win32Exception or IOException)
        {
            Console.Error.WriteLine(failure.Message);
            return 125;
        }
    }

    private static int ShowUsage()
    {
        Console.Error.WriteLine(Usage);
        return 64;
    }

    private static int ListEngines()
    {
        foreach (var packages in EnginePackages.FindAll())
        {
            Console.WriteLine($"{packages.Version,-6} {packages.Missing ?? packages.DaemonPath}");
        }

        return 0;
    }

    private static async Task<int> InstallAsync(string[] names)
    {
        var withMono = names.Length == 0 || names.Contains(MonoRuntime.Name, StringComparer.Ordinal);
        var withSsh = names.Length == 0 || names.Contains(SshServer.Name, StringComparer.Ordinal);
        IEnumerable<EngineVersion> versions = names.Length == 0
            ? EngineVersion.All
            : names.Where(name => name != MonoRuntime.Name && name != SshServer.Name).Select(EngineVersion.Parse).ToList();
        var exitCode = 0;
        foreach (var version in versions)
        {
            var missing = await TryAsync(async () => (await PackageInstaller.InstallAsync(version, Console.WriteLine)).Missing);
            Console.WriteLine(missing is null ? $"Docker {version} is installed." : $"Docker {version} can't be had: {missing}");
            // A newer suite moves, or is out of reach: tests go on without. The machine's own version is the least there must be.
            exitCode = missing is not null && version == EngineVersion.V2010 ? 1 : exitCode;
        }

        if (withMono)
        {
            var missing = await TryAsync(async () =>
            {
                await PackageInstaller.InstallMonoAsync(Console.WriteLine);
                return MonoRuntime.Missing;
            });
            Console.WriteLine(missing is null ? "Mono is installed." : $"Mono can't be had: {missing}");
            exitCode = missing is not null ? 1 : exitCode;
        }

        if (withSsh)
        {
            var missing = await TryAsync(async () =>
            {
                await PackageInstaller.InstallSshAsync(Console.WriteLine);
                return SshServer.Missing;
            });
            // Tests of ssh are left out where there is none.
            Console.WriteLine(missing is null ? "ssh is installed." : $"ssh can't be had: {missing}");
        }

        return exitCode;
    }

    private static async Task<string?> TryAsync(Func<Task<string?>> install)
    {
        try
        {
            return await install();
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            return failure.Message.ReplaceLineEndings(" ");
        }
    }
}
