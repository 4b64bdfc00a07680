using System;
using System.IO;

namespace DockerPS.Bench;

/// <summary>Where the checkout is that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The module as users import it.</summary>
    public static string Module => Path.Combine(Root, "DockerPS.psd1");

    /// <summary>A file that another project of tests built, in the same configuration as this program.</summary>
    public static string Built(string project, string framework, string file) =>
        Path.Combine(Root, "tests", project, "bin", Configuration, framework, file);

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

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
