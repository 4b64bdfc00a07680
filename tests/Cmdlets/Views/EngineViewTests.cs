using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What engines, contexts and registries look like.</summary>
public sealed class EngineViewTests : RenderedTests
{
    private const string Engines = """
        [DockerPS.DockerEngine] @{ Name = 'default'; Address = 'unix:///var/run/docker.sock'; IsDefault = $true; Source = 'the default of the platform' }
        [DockerPS.DockerEngine] @{ Name = 'prod-1'; Address = 'ssh://deploy@prod-1.example.com'; Connected = $true; Source = 'Connect-DockerEngine' }
        """;

    private const string Contexts = """
        [DockerPS.DockerContext] @{ Name = 'default'; Address = 'unix:///var/run/docker.sock'; IsCurrent = $true; Description = 'Current DOCKER_HOST based configuration' }
        [DockerPS.DockerContext] @{ Name = 'prod-1'; Address = 'ssh://deploy@prod-1.example.com' }
        """;

    private const string Registries = """
        [DockerPS.DockerRegistry] @{ Registry = 'https://index.docker.io/v1/'; UserName = 'someone'; Source = 'Helper'; Helper = 'secretservice' }
        [DockerPS.DockerRegistry] @{ Registry = 'ghcr.io'; UserName = 'somebody'; Source = 'File' }
        """;

    [Fact]
    public void Engines_at_80_columns() => Shows(80, Engines, """
        Name                     Address                              Default Connected
        ----                     -------                              ------- ---------
        default                  unix:///var/run/docker.sock          True    False
        prod-1                   ssh://deploy@prod-1.example.com      False   True
        """);

    [Fact]
    public void Engines_at_120_columns() => Shows(120, Engines, """
        Name                     Address                              Default Connected Source
        ----                     -------                              ------- --------- ------
        default                  unix:///var/run/docker.sock          True    False     the default of the platform
        prod-1                   ssh://deploy@prod-1.example.com      False   True      Connect-DockerEngine
        """);

    [Fact]
    public void Contexts_at_80_columns() => Shows(80, Contexts, """
        Name                 Current Address                          Description
        ----                 ------- -------                          -----------
        default              True    unix:///var/run/docker.sock      Current DOCKER_H…
        prod-1               False   ssh://deploy@prod-1.example.com
        """);

    [Fact]
    public void Contexts_at_120_columns() => Shows(120, Contexts, """
        Name                 Current Address                          Description
        ----                 ------- -------                          -----------
        default              True    unix:///var/run/docker.sock      Current DOCKER_HOST based configuration
        prod-1               False   ssh://deploy@prod-1.example.com
        """);

    [Fact]
    public void Registries_at_80_columns() => Shows(80, Registries, """
        Registry                         UserName               Source  Helper
        --------                         --------               ------  ------
        https://index.docker.io/v1/      someone                Helper  secretservice
        ghcr.io                          somebody               File
        """);

    [Fact]
    public void Registries_at_120_columns() => Shows(120, Registries, """
        Registry                         UserName               Source  Helper
        --------                         --------               ------  ------
        https://index.docker.io/v1/      someone                Helper  secretservice
        ghcr.io                          somebody               File
        """);
}
