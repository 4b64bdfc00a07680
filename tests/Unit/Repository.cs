using System;
using System.IO;

namespace DockerPS.Tests.Unit;

/// <summary>Where the checkout is that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The manifest, as users import it.</summary>
    public static string Manifest => Path.Combine(Root, "DockerPS.psd1");

    /// <summary>What the build makes of the module.</summary>
    public static string Bin => Path.Combine(Root, "bin");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DockerPS.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has DockerPS.slnx.");
    }
}
