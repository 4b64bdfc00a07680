using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What an engine tells of itself.</summary>
public sealed class DaemonViewTests : RenderedTests
{
    private const string DiskUsage = """
        [DockerPS.DockerDiskUsage] @{ Kind = 'Image'; Count = 12; Active = 3; Size = 3456789012; Reclaimable = 2345678901 }
        [DockerPS.DockerDiskUsage] @{ Kind = 'BuildCache' }
        """;

    private const string DiskUsageItems = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.DockerDiskUsageItem] @{ Kind = 'Image'; Id = 'sha256:a1b2c3d4e5f6a7b8'; Name = 'nginx:1.29'; Size = 192MB; SharedSize = 74MB; Active = $true; Created = $created }
        [DockerPS.DockerDiskUsageItem] @{ Kind = 'BuildCache'; Id = 'ffeeddccbbaa9988'; Name = '[2/3] RUN apt-get update'; Size = 999; Created = $created }
        """;

    private const string Events = """
        [DockerPS.DockerEvent] @{ Time = [datetime] '2026-11-30 12:34:56.789'; Type = 'Container'; Action = 'health_status'; ActionDetail = 'healthy'; Name = 'web'; Image = 'nginx:1.29' }
        [DockerPS.DockerEvent] @{ Time = [datetime] '2026-11-30 02:04:06.008'; Type = 'Network'; Action = 'disconnect'; Name = 'shop_default' }
        """;

    private const string Components = """
        [DockerPS.DockerComponent] @{ Name = 'Engine'; Version = '28.5.2'; GitCommit = 'abcdef0' }
        [DockerPS.DockerComponent] @{ Name = 'containerd'; Version = 'v2.1.4'; GitCommit = '75cb2b7193e4e490e9fbdc236c0e811ccaba3376' }
        """;

    [Fact]
    public void Disk_usage_at_80_columns() => Shows(80, DiskUsage, """
        Kind        Count Active       Size        Reclaimable
        ----        ----- ------       ----        -----------
        Image          12      3    3.457GB      2.346GB (67%)
        BuildCache      0      0         0B                 0B
        """);

    [Fact]
    public void Disk_usage_at_120_columns() => Shows(120, DiskUsage, """
        Kind        Count Active       Size        Reclaimable
        ----        ----- ------       ----        -----------
        Image          12      3    3.457GB      2.346GB (67%)
        BuildCache      0      0         0B                 0B
        """);

    [Fact]
    public void Disk_usage_items_at_80_columns() => Shows(80, DiskUsageItems, """
        Kind       Id              Size  Shared Active Created        Name
        ----       --              ----  ------ ------ -------        ----
        Image      a1b2c3d4e5f6 201.3MB 77.59MB True   3 days ago     nginx:1.29
        BuildCache ffeeddccbbaa    999B         False  3 days ago     [2/3] RUN apt-ge…
        """);

    [Fact]
    public void Disk_usage_items_at_120_columns() => Shows(120, DiskUsageItems, """
        Kind       Id              Size  Shared Active Created        Name
        ----       --              ----  ------ ------ -------        ----
        Image      a1b2c3d4e5f6 201.3MB 77.59MB True   3 days ago     nginx:1.29
        BuildCache ffeeddccbbaa    999B         False  3 days ago     [2/3] RUN apt-get update
        """);

    [Fact]
    public void Events_at_80_columns() => Shows(80, Events, """
        Time                    Type      Action                 Name
        ----                    ----      ------                 ----
        2026-11-30 12:34:56.789 Container health_status: healthy web
        2026-11-30 02:04:06.008 Network   disconnect             shop_default
        """);

    [Fact]
    public void Events_at_120_columns() => Shows(120, Events, """
        Time                    Type      Action                 Name                         Image
        ----                    ----      ------                 ----                         -----
        2026-11-30 12:34:56.789 Container health_status: healthy web                          nginx:1.29
        2026-11-30 02:04:06.008 Network   disconnect             shop_default
        """);

    [Fact]
    public void Components_at_80_columns() => Shows(80, Components, """
        Name                 Version              GitCommit
        ----                 -------              ---------
        Engine               28.5.2               abcdef0
        containerd           v2.1.4               75cb2b7193e4e490e9fbdc236c0e811ccaba…
        """);

    [Fact]
    public void Components_at_120_columns() => Shows(120, Components, """
        Name                 Version              GitCommit
        ----                 -------              ---------
        Engine               28.5.2               abcdef0
        containerd           v2.1.4               75cb2b7193e4e490e9fbdc236c0e811ccaba3376
        """);
}
