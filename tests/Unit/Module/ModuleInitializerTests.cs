using System;
using System.Reflection;
using Xunit;

namespace DockerPS.Tests.Unit.Module;

public sealed class ModuleInitializerTests
{
    [Theory]
    [InlineData(".NET Framework 4.8.9282.0", "3.0.0.0")]
    [InlineData(".NET Framework 4.8.1.0", "3.0.0.0")]
    [InlineData(".NET Framework 4.7.3056.0", "3.0.0.0")]
    [InlineData(".NET Framework 4.7.3062.0", "3.0.0.0")]
    [InlineData(".NET Framework of a kind unknown", "3.0.0.0")]
    [InlineData(".NET 8.0.20", "7.4.0.500")]
    [InlineData(".NET 9.0.1", "7.5.3.500")]
    [InlineData(".NET 10.0.1", "7.6.9.500")]
    [InlineData(".NET 12.0.0-preview.1", "8.0.0.0")]
    public void Supported_hosts_are_welcome(string runtime, string powerShell) => Assert.Null(Refusal(runtime, powerShell));

    [Theory]
    [InlineData(".NET 7.0.20", "7.3.12.500", "this is PowerShell 7.3.12")]
    [InlineData(".NET Core 3.1.32", "7.0.13.0", "this is PowerShell 7.0.13")]
    [InlineData(".NET Core 4.6.29321.3", "6.2.7.0", "this is PowerShell 6.2.7")]
    public void Earlier_PowerShell_is_refused_with_the_versions_that_are_needed(string runtime, string powerShell, string said)
    {
        var refusal = Refusal(runtime, powerShell);

        Assert.StartsWith("DockerPS needs Windows PowerShell 5.1 or PowerShell 7.4 and later; ", refusal, StringComparison.Ordinal);
        Assert.Contains(said, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.7.2558.0")]
    [InlineData("4.6.1590.0")]
    public void Earlier_Framework_is_refused_with_the_version_that_is_needed(string build) =>
        Assert.Equal(
            $"DockerPS needs .NET Framework 4.7.2 or later; the one on this machine is older: its build is {build}.",
            Refusal(".NET Framework " + build, "3.0.0.0"));

    [Fact]
    public void Import_here_is_not_refused() => new ModuleInitializer().OnImport();

    // The rule is no affair of the module's users, so it is not public.
    private static string? Refusal(string runtime, string powerShell) => (string?)typeof(ModuleInitializer)
        .GetMethod("Refusal", BindingFlags.NonPublic | BindingFlags.Static)!
        .Invoke(obj: null, [runtime, new Version(powerShell)]);
}
