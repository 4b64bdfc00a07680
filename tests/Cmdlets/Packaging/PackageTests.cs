using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using DockerPS.Tests.Cmdlets.Loading;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Packaging;

/// <summary>What users are given: packed once for all tests here.</summary>
public sealed class PackageTests(PackedModule packed) : IClassFixture<PackedModule>
{
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    [Fact]
    public void The_module_has_what_is_loaded_and_the_licences_and_nothing_else()
    {
        var built = Directory.GetFiles(Path.Combine(Repository.Root, "bin"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".dll" or ".ps1xml")
            .Select(path => Path.GetRelativePath(Repository.Root, path));
        var help = Directory.GetFiles(Path.Combine(Repository.Root, "en-US")).Select(path => Path.GetRelativePath(Repository.Root, path));

        Assert.Equal(
            new[] { "DockerPS-Automation.json", "DockerPS.psd1", "LICENSE", "THIRD-PARTY-NOTICES.txt" }.Concat(built).Concat(help).Order(StringComparer.Ordinal),
            packed.Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_packed_module_imports_and_has_its_help()
    {
        var lines = await ShellProcess.RunAsync(
            "tcp://127.0.0.1:1",
            $"Import-Module '{Path.Combine(packed.Module, "DockerPS.psd1")}'; @(Get-Command -Module DockerPS).Count -eq (Import-PowerShellDataFile $Module).CmdletsToExport.Count; (Get-Module DockerPS).Version.ToString(); Test-DockerEngine -Timeout 2s");

        Assert.Equal(["True", packed.Version, "False"], lines);
    }

    [Fact]
    public async Task The_same_build_gives_the_same_bytes()
    {
        await using var again = new PackedModule();
        await again.InitializeAsync();

        Assert.Equal(Hashes(packed), Hashes(again));
    }

    [Fact]
    public void The_package_has_the_module_and_tells_a_gallery_what_it_is()
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Folder, $"DockerPS.{packed.Version}.nupkg"));
        var envelope = new[] { "DockerPS.nuspec", "[Content_Types].xml", "_rels/.rels" };

        Assert.Equal(packed.Files().Select(Slashed).Concat(envelope).Order(StringComparer.Ordinal), package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var specification = package.GetEntry("DockerPS.nuspec")!.Open();
        var metadata = XDocument.Load(specification).Root!.Element(Nuspec + "metadata")!;
        Assert.Equal("DockerPS", (string)metadata.Element(Nuspec + "id")!);
        Assert.Equal(packed.Version, (string)metadata.Element(Nuspec + "version")!);
        Assert.Equal("MIT", (string)metadata.Element(Nuspec + "license")!);
        Assert.Contains("Get-Container", (string)metadata.Element(Nuspec + "releaseNotes")!, StringComparison.Ordinal);
        var tags = ((string)metadata.Element(Nuspec + "tags")!).Split(' ');
        Assert.Superset(new HashSet<string>(["PSModule", "PSEdition_Core", "PSEdition_Desktop", "PSCmdlet_Get-Container"], StringComparer.Ordinal), tags.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => entry.LastWriteTime.Year != 2000);
        using var types = package.GetEntry("[Content_Types].xml")!.Open();
        var known = XDocument.Load(types).Root!.Elements().Select(type => (string?)type.Attribute("Extension") ?? (string)type.Attribute("PartName")!).ToHashSet(StringComparer.Ordinal);
        Assert.All(package.Entries.Where(entry => entry.FullName[0] != '['), entry =>
            Assert.True(known.Contains(Path.GetExtension(entry.FullName).TrimStart('.')) || known.Contains("/" + entry.FullName), entry.FullName));
    }

    [Fact]
    public void The_zip_is_named_and_laid_as_Azure_Automation_wants_it()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(packed.Folder, "DockerPS.zip"));

        Assert.Equal(packed.Files().Select(file => "DockerPS/" + Slashed(file)).Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_has_the_changelogs_words()
    {
        var changes = File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md"));
        var notes = File.ReadAllText(Path.Combine(packed.Folder, "release-notes.md")).Trim();

        Assert.Contains(notes, changes, StringComparison.Ordinal);
        Assert.Contains(notes.Replace("'", "''", StringComparison.Ordinal), File.ReadAllText(Path.Combine(packed.Module, "DockerPS.psd1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Licences_and_the_bill_tell_of_every_file()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(packed.Folder, $"DockerPS.{packed.Version}.cdx.json")));
        var own = bill.RootElement.GetProperty("metadata").GetProperty("component");
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        var files = components.Append(own).SelectMany(component => component.GetProperty("components").EnumerateArray()).Select(file => file.GetProperty("name").GetString()!).Distinct(StringComparer.Ordinal).ToList();
        var notices = File.ReadAllText(Path.Combine(packed.Module, "THIRD-PARTY-NOTICES.txt"));

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.Equal(packed.Files().Select(Slashed).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.All(own.GetProperty("components").EnumerateArray(), file => Assert.Matches(@"^(bin/(net8\.0/|net472/)?DockerPS\.|en-US/|[^/]+$)", file.GetProperty("name").GetString()));
        Assert.All(components, component => Assert.Contains($"{component.GetProperty("name")} {component.GetProperty("version")}\n", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_stands_in_one_place()
    {
        Assert.Equal(packed.Version, BuiltModule.Module.Split(' ')[1][..packed.Version.Length]);
        Assert.DoesNotMatch(@"<Version>\d", File.ReadAllText(Path.Combine(Repository.Root, "src", "Directory.Build.props")));
    }

    private static List<string> Hashes(PackedModule module) =>
        [.. Directory.GetFiles(module.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(module.Folder, file) + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];

    private static string Slashed(string file) => file.Replace('\\', '/');
}
