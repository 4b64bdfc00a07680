using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Xunit;

namespace DockerPS.Tests.Unit.Module;

public sealed class ManifestTests
{
    private static readonly Type[] PlainData =
    [
        typeof(ScriptBlockAst), typeof(NamedBlockAst), typeof(StatementBlockAst), typeof(PipelineAst), typeof(CommandExpressionAst),
        typeof(HashtableAst), typeof(ArrayExpressionAst), typeof(ArrayLiteralAst), typeof(StringConstantExpressionAst), typeof(ConstantExpressionAst),
    ];

    private static readonly Assembly Module = typeof(ModuleInitializer).Assembly;

    [Fact]
    public void Manifest_is_one_hashtable_of_constants()
    {
        var script = Parser.ParseFile(Repository.Manifest, out _, out var mistakes);

        Assert.Empty(mistakes);
        Assert.Empty(script.FindAll(part => !PlainData.Contains(part.GetType()), searchNestedScriptBlocks: true).Select(part => $"{part.GetType().Name}: {part.Extent.Text}"));
        var statement = Assert.Single(script.EndBlock.Statements);
        Assert.IsType<Hashtable>(Assert.IsType<HashtableAst>(((CommandExpressionAst)((PipelineAst)statement).PipelineElements.Single()).Expression).SafeGetValue());
    }

    [Fact]
    public void Manifest_exports_every_cmdlet_and_nothing_else()
    {
        var cmdlets = Module.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(cmdlets.Count >= 13);
        Assert.Equal(cmdlets, Texts("CmdletsToExport").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(Texts("FunctionsToExport"));
        Assert.Empty(Texts("VariablesToExport"));
    }

    [Fact]
    public void Manifest_exports_every_alias_and_nothing_else()
    {
        var aliases = Module.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .SelectMany(type => type.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])
            .Order(StringComparer.Ordinal);

        Assert.Equal(aliases, Texts("AliasesToExport").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Cmdlets_have_approved_verbs()
    {
        var verbs = typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(VerbsCommon).Namespace && type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Measure", verbs);
        Assert.All(Texts("CmdletsToExport"), cmdlet => Assert.Contains(cmdlet.Split('-')[0], verbs));
    }

    [Fact]
    public void Files_that_the_manifest_names_are_there()
    {
        var files = Texts("TypesToProcess").Concat(Texts("FormatsToProcess")).Append((string)Data()["RootModule"]!).ToList();

        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{file} is not there."));
    }

    [Fact]
    public void Manifest_has_what_a_gallery_expects()
    {
        var data = Data();
        var gallery = (Hashtable)((Hashtable)data["PrivateData"]!)["PSData"]!;

        Assert.All(["GUID", "Author", "CompanyName", "Copyright", "Description"], field => Assert.False(string.IsNullOrEmpty(data[field] as string), field));
        Assert.All(["LicenseUri", "ProjectUri"], field => Assert.Equal("https", new Uri((string)gallery[field]!).Scheme));
        Assert.NotEmpty((string)gallery["ReleaseNotes"]!);
        var tags = ((object[])gallery["Tags"]!).Cast<string>().ToList();
        Assert.Contains("PSEdition_Desktop", tags, StringComparer.Ordinal);
        Assert.Contains("PSEdition_Core", tags, StringComparer.Ordinal);
        // The gallery splits tags at blanks.
        Assert.All(tags, tag => Assert.DoesNotContain(' ', tag));
        Assert.Equal(("5.1", "4.7.2"), ((string)data["PowerShellVersion"]!, (string)data["DotNetFrameworkVersion"]!));
        Assert.Equal("Desktop Core", string.Join(' ', Texts("CompatiblePSEditions")));
    }

    [Fact]
    public void Manifest_and_assembly_have_one_version()
    {
        var assembly = Module.GetName().Version!;

        Assert.Equal(Data()["ModuleVersion"], assembly.ToString(3));
    }

    [Fact]
    public void Test_ModuleManifest_finds_nothing()
    {
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());

        var module = Assert.Single(shell.AddCommand("Test-ModuleManifest").AddParameter("Path", Repository.Manifest).Invoke<PSModuleInfo>());

        Assert.Empty(shell.Streams.Error);
        Assert.Empty(shell.Streams.Warning);
        Assert.Equal(("DockerPS", Data()["ModuleVersion"]), (module.Name, module.Version.ToString()));
        Assert.Equal(Texts("CmdletsToExport").Order(StringComparer.Ordinal), module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static Hashtable Data() => (Hashtable)Parser.ParseFile(Repository.Manifest, out _, out _)
        .Find(part => part is HashtableAst, searchNestedScriptBlocks: false)
        .SafeGetValue();

    // A list of one is given as the one.
    private static IEnumerable<string> Texts(string field) => Data()[field] switch
    {
        string one => [one],
        object[] many => many.Cast<string>(),
        _ => [],
    };
}
