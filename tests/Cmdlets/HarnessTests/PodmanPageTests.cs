using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>What tests say of Podman and what docs/podman.md says of it are the same.</summary>
public sealed class PodmanPageTests
{
    [Fact]
    public async Task EverySubjectOfATestIsARowOfThePage()
    {
        var rows = await RowsAsync();

        Assert.Empty(Subjects().Except(rows, StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryRowOfThePageIsTheSubjectOfATest()
    {
        var rows = await RowsAsync();

        Assert.NotEmpty(rows);
        Assert.Empty(rows.Except(Subjects(), StringComparer.Ordinal));
    }

    private static HashSet<string> Subjects()
    {
        var tests = typeof(PodmanPageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance));
        return [.. tests.SelectMany(SubjectsOf)];
    }

    private static IEnumerable<string> SubjectsOf(MethodInfo test) =>
        PodmanDiffersAttribute.Of(test).Concat(test.GetCustomAttributes<EveryEngineAttribute>().Select(row => row.PodmanDiffers).OfType<string>());

    // The rows of the page's one table, but for its head.
    private static async Task<List<string>> RowsAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "podman.md"), TestContext.Current.CancellationToken);
        return [.. lines.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|')[1].Trim())];
    }
}
