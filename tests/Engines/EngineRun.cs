using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerPS.Tests.Engines;

/// <summary>Runs a command beside an engine that is its own, in a cage.</summary>
internal static class EngineRun
{
    public static int Run(string[] options, string[] command)
    {
        var (version, image) = Parse(options);
        if (Cage.IsInside)
        {
            return RunInsideAsync(version, image, command).GetAwaiter().GetResult();
        }

        // Said before a cage is built, not from inside.
        if (EnginePackages.Find(version) is { Installed: false } packages)
        {
            throw new InvalidOperationException($"Docker {version}: {packages.Missing}");
        }

        return Cage.Run([.. OwnCommand(), "run", .. options, "--", .. command]);
    }

    private static async Task<int> RunInsideAsync(EngineVersion version, bool image, string[] command)
    {
        await using var engine = await TestEngine.StartAsync(EnginePackages.Find(version));
        if (image)
        {
            await engine.ImportTestImageAsync();
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1));
        start.Environment["DOCKER_HOST"] = engine.Host;
        start.Environment["DOCKERPS_ENGINE"] = version.Name;
        start.Environment["PATH"] = engine.SearchPath;
        foreach (var other in (string[])["DOCKER_CONTEXT", "DOCKER_API_VERSION", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"])
        {
            start.Environment.Remove(other);
        }

        return ForegroundCommand.Run(start);
    }

    private static (EngineVersion Version, bool Image) Parse(string[] options)
    {
        var version = EngineVersion.V2010;
        var image = false;
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i] == "--image")
            {
                image = true;
            }
            else if (options[i] == "--engine" && i + 1 < options.Length)
            {
                version = EngineVersion.Parse(options[++i]);
            }
            else
            {
                throw new FormatException($"'{options[i]}' is no option of run: --engine VERSION, --image.");
            }
        }

        return (version, image);
    }

    private static IEnumerable<string> OwnCommand()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, typeof(EngineRun).Assembly.Location]
            : [program];
    }
}
