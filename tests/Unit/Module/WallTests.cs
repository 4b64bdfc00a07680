using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerPS.Tests.Unit.Closures;
using Xunit;

namespace DockerPS.Tests.Unit.Module;

/// <summary>DockerPS.dll knows PowerShell and nothing else: what it referred to besides could clash with another module's.</summary>
public sealed class WallTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src/DockerPS");

    [Fact]
    public void The_module_refers_to_nothing_but_netstandard_and_PowerShell()
    {
        var references = AssemblyFile.Read(Path.Combine(Repository.Bin, "DockerPS.dll")).References.Select(reference => reference.Name);

        Assert.Equal("System.Management.Automation, netstandard", string.Join(", ", references.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Beside_the_module_there_is_no_other_assembly()
    {
        Assert.Equal("DockerPS.dll", string.Join(", ", Directory.GetFiles(Repository.Bin, "*.dll").Select(Path.GetFileName)));
    }

    [Theory]
    [InlineData("Docker.DotNet")]
    [InlineData("System.Text.Json")]
    [InlineData("Newtonsoft")]
    [InlineData("YamlDotNet")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.IO.Pipes")]
    [InlineData("System.Formats.Tar")]
    public void Its_source_does_not_name(string word)
    {
        var found = Lines().Where(line => line.Text.Contains(word, StringComparison.Ordinal)).Select(line => $"{line.File}({line.Number}): {line.Text.Trim()}");

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("HttpClient")]
    [InlineData("HttpRequestMessage")]
    [InlineData("Socket")]
    [InlineData("NamedPipeClientStream")]
    [InlineData("JsonSerializer")]
    [InlineData("JsonElement")]
    [InlineData("WebRequest")]
    [InlineData("TcpClient")]
    public void Its_source_does_not_use_the_type(string type)
    {
        var pattern = new Regex($@"\b{type}\b", RegexOptions.None, TimeSpan.FromSeconds(5));
        var found = Lines().Where(line => pattern.IsMatch(Code(line.Text))).Select(line => $"{line.File}({line.Number}): {line.Text.Trim()}");

        Assert.Empty(found);
    }

    [Fact]
    public void Packages_of_the_module_are_for_the_compiler_only()
    {
        var project = File.ReadAllText(Path.Combine(Source, "DockerPS.csproj"));
        var packages = Regex.Matches(project, "<(?:Package|Project)?Reference [^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains("PrivateAssets=\"all\"", package, StringComparison.Ordinal));
    }

    private static IEnumerable<(string File, int Number, string Text)> Lines()
    {
        var files = Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).StartsWith("obj", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count > 100, $"Only {files.Count} files were found in {Source}.");
        return files.SelectMany(file => File.ReadLines(file).Select((text, index) => (Path.GetRelativePath(Source, file), index + 1, text)))
            .Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));
    }

    // Words in messages for users are no code.
    private static string Code(string line) => Regex.Replace(line, "\"[^\"]*\"", "\"\"", RegexOptions.None, TimeSpan.FromSeconds(5));
}
