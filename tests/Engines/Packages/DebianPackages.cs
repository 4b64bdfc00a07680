using System;
using System.IO;

namespace DockerPS.Tests.Engines;

/// <summary>What dpkg knows, read from its own file: no process for a question that is asked often.</summary>
internal static class DebianPackages
{
    private const string Status = "/var/lib/dpkg/status";

    /// <summary>The version without epoch, or null when the package isn't installed whole.</summary>
    public static string? InstalledVersion(string package)
    {
        if (!File.Exists(Status))
        {
            return null;
        }

        var wanted = "Package: " + package;
        bool inside = false, installed = false;
        foreach (var line in File.ReadLines(Status))
        {
            if (line.StartsWith("Package: ", StringComparison.Ordinal))
            {
                inside = string.Equals(line, wanted, StringComparison.Ordinal);
                installed = false;
            }
            else if (inside && line.StartsWith("Status: ", StringComparison.Ordinal))
            {
                installed = line.EndsWith(" ok installed", StringComparison.Ordinal);
            }
            else if (inside && installed && line.StartsWith("Version: ", StringComparison.Ordinal))
            {
                var version = line["Version: ".Length..];
                return version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..];
            }
        }

        return null;
    }
}
