using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

public sealed class LanguageModeTests
{
    [Theory]
    [InlineData("-Publish 8080:80, 443 -Memory 512MB -Timeout 30")]
    [InlineData("-Publish @{ 8080 = 80; 8443 = 443 } -Env @{ A = 1 } -Mount @{ Type = 'tmpfs'; Target = '/x' }")]
    public void Notations_bind_in_constrained_language_mode(string arguments) =>
        Assert.Equal(4, Bound.By("Test-Notation " + arguments, PSLanguageMode.ConstrainedLanguage).Length);
}
