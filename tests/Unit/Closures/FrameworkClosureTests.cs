using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace DockerPS.Tests.Unit.Closures;

/// <summary>
/// The build for .NET Framework has all that it asks for. In Windows PowerShell nothing redirects versions for us: the framework's own assemblies
/// serve references up to their version; the others are found in the folder, by the runtime when the version is the one asked for, by the loader's
/// resolver when it is a later one.
/// </summary>
public sealed class FrameworkClosureTests
{
    private static readonly IReadOnlyDictionary<string, AssemblyFile> Folder = AssemblyFile.ReadFolder(Path.Combine(Repository.Bin, "net472"));
    private static readonly IReadOnlyDictionary<string, AssemblyFile> Framework = AssemblyFile.ReadFolder(FrameworkFolder(), SearchOption.AllDirectories);
    private static readonly AssemblyIdentity Module = AssemblyFile.Read(Path.Combine(Repository.Bin, "DockerPS.dll")).Identity;

    [Fact]
    public void Every_reference_is_in_the_folder_or_in_the_framework()
    {
        var closure = new Closure(Folder, Find);

        Assert.Empty(closure.Missing);
        Assert.Empty(closure.Split);
        Assert.Empty(closure.Unused);
    }

    [Fact]
    public void The_module_itself_asks_for_nothing_that_4_7_2_lacks()
    {
        var references = AssemblyFile.Read(Path.Combine(Repository.Bin, "DockerPS.dll")).References;

        Assert.Equal("System.Management.Automation 3.0.0.0, netstandard 2.0.0.0", string.Join(", ", references.OrderBy(reference => reference.Name, StringComparer.Ordinal)));
        Assert.NotNull(Find(references.Single(reference => reference.Name == "netstandard")));
    }

    [Theory]
    [InlineData("System.Net.Http", "4.0.0.0", "4.2.0.0")]
    [InlineData("System.Net.Http", "4.2.0.0", "4.2.0.0")]
    [InlineData("System.Net.Http", "4.2.1.0", null)]
    [InlineData("System.Text.Json", "8.0.0.0", "folder")]
    [InlineData("System.Text.Json", "99.0.0.0", null)]
    [InlineData("System.Text.Jason", "8.0.0.0", null)]
    public void A_reference_is_served_by_its_version_or_a_later_one(string name, string asked, string? found)
    {
        var file = Framework.GetValueOrDefault(name) ?? Folder.GetValueOrDefault(name);
        var expected = found == "folder" ? Folder[name].Identity.Version.ToString() : found;

        Assert.Equal(expected, Find(new AssemblyIdentity(name, new Version(asked), file?.Identity.Token ?? ""))?.Version.ToString());
    }

    [Fact]
    public void A_reference_to_another_signer_is_not_served()
    {
        Assert.Null(Find(Folder["System.Memory"].Identity with { Token = "0123456789abcdef" }));
    }

    private static AssemblyIdentity? Find(AssemblyIdentity reference)
    {
        AssemblyIdentity?[] candidates = [Framework.GetValueOrDefault(reference.Name)?.Identity, Folder.GetValueOrDefault(reference.Name)?.Identity, Module];
        return candidates.FirstOrDefault(candidate => candidate?.Suits(reference) == true);
    }

    private static string FrameworkFolder() =>
        typeof(FrameworkClosureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Framework472").Value!;
}
