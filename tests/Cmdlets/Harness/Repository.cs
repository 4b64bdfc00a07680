using System;
using System.IO;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Where the checkout is that these tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The module as users import it.</summary>
    public static string Module => Path.Combine(Root, "DockerPS.psd1");

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
