using System;
using System.IO;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Where other projects of this repository put what they build.</summary>
public static class BuildOutput
{
    /// <summary>A file that a project built in the configuration that these tests were built in.</summary>
    public static string Of(string project, string framework, string file)
    {
        // .../tests/Cmdlets/bin/Debug/net10.0/
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        var path = Path.Combine(Repository.Root, project, "bin", configuration, framework, file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not there: build {project} ({configuration}).", path);
    }
}
