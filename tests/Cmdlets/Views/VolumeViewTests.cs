using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What volumes look like.</summary>
public sealed class VolumeViewTests : RenderedTests
{
    private const string Volumes = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.ContainerVolume] @{ Name = 'data'; Driver = 'local'; Created = $created }
        [DockerPS.ContainerVolume] @{ Name = 'a1b2c3d4' * 8; Driver = 'local'; Created = $created; Size = 1234567; Users = 'web', 'api' }
        """;

    [Fact]
    public void Volumes_at_80_columns() => Shows(80, Volumes, """
        Name                               Driver   Created           Size Users
        ----                               ------   -------           ---- -----
        data                               local    3 days ago
        a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a… local    3 days ago     1.235MB web, api
        """);

    [Fact]
    public void Volumes_at_120_columns() => Shows(120, Volumes, """
        Name                               Driver   Created           Size Users
        ----                               ------   -------           ---- -----
        data                               local    3 days ago
        a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a… local    3 days ago     1.235MB web, api
        """);
}
