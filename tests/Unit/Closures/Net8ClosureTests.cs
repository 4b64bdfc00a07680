using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace DockerPS.Tests.Unit.Closures;

/// <summary>
/// The build for PowerShell 7 has all that it asks for, in its folder or in .NET 8, which PowerShell 7.4 runs on: what else lies beside pwsh may be
/// of any version. The load context takes its own assemblies first, and refuses a reference to a later version than it has.
/// </summary>
public sealed class Net8ClosureTests
{
    private static readonly IReadOnlyDictionary<string, AssemblyFile> Folder = AssemblyFile.ReadFolder(Path.Combine(Repository.Bin, "net8.0"));
    private static readonly Dictionary<string, Version> Net8 = ReadNames();
    private static readonly AssemblyIdentity Module = AssemblyFile.Read(Path.Combine(Repository.Bin, "DockerPS.dll")).Identity;

    [Fact]
    public void Every_reference_is_in_the_folder_or_in_dotnet_8()
    {
        var closure = new Closure(Folder, Find);

        Assert.Empty(closure.Missing);
        Assert.Empty(closure.Split);
        Assert.Empty(closure.Unused);
    }

    [Theory]
    [InlineData("System.Text.Json", "8.0.0.0", true)]
    [InlineData("System.Text.Json", "9.0.0.0", false)]
    [InlineData("System.IO.Pipelines", "8.0.0.0", true)]
    [InlineData("System.IO.Pipelines", "10.0.0.0", false)]
    [InlineData("Newtonsoft.Json", "13.0.0.0", false)]
    public void A_reference_is_served_by_its_version_or_a_later_one(string name, string asked, bool found)
    {
        Assert.Equal(found, Find(new AssemblyIdentity(name, new Version(asked), Folder.GetValueOrDefault(name)?.Identity.Token ?? "")) is not null);
    }

    private static AssemblyIdentity? Find(AssemblyIdentity reference)
    {
        if (Folder.TryGetValue(reference.Name, out var ours))
        {
            return ours.Identity.Suits(reference) ? ours.Identity : null;
        }

        return Module.Suits(reference) ? Module
            : Net8.TryGetValue(reference.Name, out var version) && version >= reference.Version ? reference with { Version = version }
            : null;
    }

    private static Dictionary<string, Version> ReadNames()
    {
        using var stream = typeof(Net8ClosureTests).Assembly.GetManifestResourceStream("net8.0.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => new Version(words[1]), StringComparer.OrdinalIgnoreCase);
    }
}
