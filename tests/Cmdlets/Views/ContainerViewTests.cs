using System.Linq;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What containers and what belongs to them look like.</summary>
public sealed class ContainerViewTests : RenderedTests
{
    private const string Containers = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.Container] @{
            ContainerId = 'a1b2c3d4e5f6a7b8'; Name = 'web'; Image = 'nginx:1.29'; Command = 'nginx -g daemon off;'; Created = $created; State = 'Running'
            Health = 'Healthy'; Status = 'Up About an hour (healthy)'
            Ports = [DockerPS.ContainerPort] @{ HostIp = '0.0.0.0'; HostPort = 8080; Port = 80 }, [DockerPS.ContainerPort] @{ HostIp = '::'; HostPort = 8080; Port = 80 }
        }
        [DockerPS.Container] @{
            ContainerId = 'ffeeddccbbaa9988'; Name = 'a-container-with-a-very-long-name-of-its-own'; Image = 'registry.example:5000/team/application:2026.11.30'
            Command = 'sleep 600'; Created = $created.AddDays(-27); State = 'Exited'; ExitCode = 137; Status = 'Exited (137) 2 weeks ago'
            Ports = [DockerPS.ContainerPort] @{ Port = 9000 }, [DockerPS.ContainerPort] @{ HostIp = '127.0.0.1'; HostPort = 53; Port = 53; Protocol = 'udp' }
        }
        """;

    private const string Details = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.ContainerDetail] @{
            ContainerId = 'a1b2c3d4e5f6a7b8'; Name = 'web'; Image = 'nginx:1.29'; Path = '/docker-entrypoint.sh'; Created = $created; State = 'Running'; Health = 'Unhealthy'
            Ports = @([DockerPS.ContainerPort] @{ HostIp = '0.0.0.0'; HostPort = 8080; Port = 80 })
        } | Format-Table
        """;

    private const string CommandResults = """
        [DockerPS.ContainerCommandResult] @{ Container = 'web'; ExitCode = 3; Duration = [timespan]::FromMilliseconds(1234.5); Output = 'one', 'two'; Error = 'no' }
        """;

    private const string Processes = """
        [DockerPS.ContainerProcess] @{ Container = 'web'; ProcessId = 12345; ParentProcessId = 1; User = 'www-data'; StartTime = '11:30'; CpuTime = '00:01:05'; Command = 'nginx: worker process' }
        """;

    private const string Statistics = """
        [DockerPS.ContainerStatistics] @{
            Container = 'web'; CpuPercent = 101.256; MemoryUsage = 123456789; MemoryLimit = 16700000000; NetworkReceived = 123456; NetworkSent = 999999; BlockRead = 12345678; Processes = 11
        }
        [DockerPS.ContainerStatistics] @{
            Container = 'shop-development-database-1'; MemoryUsage = 1073000000; MemoryLimit = 1073000000; NetworkReceived = 126; BlockRead = 1234567890; BlockWritten = 987654321; Processes = 1
        }
        """;

    private const string Ports = """
        [DockerPS.PublishedPort] @{ Container = 'web'; Port = 80; HostIp = '0.0.0.0'; HostPort = 8080 }
        [DockerPS.PublishedPort] @{ Container = 'web'; Port = 53; Protocol = 'udp'; HostIp = '::'; HostPort = 10053 }
        """;

    private const string Changes = """
        [DockerPS.ContainerChange] @{ Container = 'web'; Kind = 'Modified'; Path = '/etc' }
        [DockerPS.ContainerChange] @{ Container = 'web'; Kind = 'Added'; Path = '/etc/nginx/conf.d/with a long name that is longer than eighty columns have room for.conf' }
        """;

    private const string LogLines = """
        [DockerPS.ContainerLogEntry]::new((Get-Date), 'StdOut', 'ready to serve', 'web', 'default')
        [DockerPS.ContainerLogEntry]::new((Get-Date), 'StdErr', '  but not yet', 'web', 'default')
        """;

    [Fact]
    public void Containers_at_80_columns() => Shows(80, Containers, """
        Name              Image            Status                     Ports
        ----              -----            ------                     -----
        web               nginx:1.29       Up About an hour (healthy) 8080->80
        a-container-with… registry.exampl… Exited (137) 2 weeks ago   127.0.0.1:53->53…
        """);

    [Fact]
    public void Containers_at_120_columns() => Shows(120, Containers, """
        Name              Image            Status                     Ports               ContainerId  Created        Command
        ----              -----            ------                     -----               -----------  -------        -------
        web               nginx:1.29       Up About an hour (healthy) 8080->80            a1b2c3d4e5f6 3 days ago     nginx -g…
        a-container-with… registry.exampl… Exited (137) 2 weeks ago   127.0.0.1:53->53/u… ffeeddccbbaa 4 weeks ago    sleep 600
        """);

    [Fact]
    public void Details_at_80_columns() => Shows(80, Details, """
        Name               Image              State      Ports             ContainerId
        ----               -----              -----      -----             -----------
        web                nginx:1.29         Running    8080->80          a1b2c3d4e5f6
        """);

    [Fact]
    public void Details_at_120_columns() => Shows(120, Details, """
        Name               Image              State      Ports             ContainerId  Created        Path
        ----               -----              -----      -----             -----------  -------        ----
        web                nginx:1.29         Running    8080->80          a1b2c3d4e5f6 3 days ago     /docker-entrypoint.sh
        """);

    [Fact]
    public void Command_results_at_80_columns() => Shows(80, CommandResults, """
        Container            ExitCode Duration         Output           Error
        ---------            -------- --------         ------           -----
        web                         3 00:00:01.2345000 {one, two}       {no}
        """);

    [Fact]
    public void Command_results_at_120_columns() => Shows(120, CommandResults, """
        Container            ExitCode Duration         Output                               Error
        ---------            -------- --------         ------                               -----
        web                         3 00:00:01.2345000 {one, two}                           {no}
        """);

    [Fact]
    public void Processes_at_80_columns() => Shows(80, Processes, """
        Container        ProcessId ParentId User     Start  CpuTime    Command
        ---------        --------- -------- ----     -----  -------    -------
        web                  12345        1 www-data 11:30  00:01:05   nginx: worker p…
        """);

    [Fact]
    public void Processes_at_120_columns() => Shows(120, Processes, """
        Container        ProcessId ParentId User     Start  CpuTime    Command
        ---------        --------- -------- ----     -----  -------    -------
        web                  12345        1 www-data 11:30  00:01:05   nginx: worker process
        """);

    [Fact]
    public void Statistics_at_80_columns() => Shows(80, Statistics, """
           Cpu%            Memory       NetIn/Out     BlockIn/Out Procs Container
           ----            ------       ---------     ----------- ----- ---------
         101.26  118MiB / 15.6GiB     123kB / 1MB     12.3MB / 0B    11 web
           0.00 1023MiB / 1023MiB       126B / 0B  1.23GB / 988MB     1 shop-developme…
        """);

    [Fact]
    public void Statistics_at_120_columns() => Shows(120, Statistics, """
           Cpu%            Memory       NetIn/Out     BlockIn/Out Procs Container
           ----            ------       ---------     ----------- ----- ---------
         101.26  118MiB / 15.6GiB     123kB / 1MB     12.3MB / 0B    11 web
           0.00 1023MiB / 1023MiB       126B / 0B  1.23GB / 988MB     1 shop-development-database-1
        """);

    [Fact]
    public void Ports_at_80_columns() => Shows(80, Ports, """
        Container              Port Protocol HostIp               HostPort
        ---------              ---- -------- ------               --------
        web                      80 tcp      0.0.0.0                  8080
        web                      53 udp      ::                      10053
        """);

    [Fact]
    public void Ports_at_120_columns() => Shows(120, Ports, """
        Container              Port Protocol HostIp               HostPort
        ---------              ---- -------- ------               --------
        web                      80 tcp      0.0.0.0                  8080
        web                      53 udp      ::                      10053
        """);

    [Fact]
    public void Changes_at_80_columns() => Shows(80, Changes, """
        Container            Kind      Path
        ---------            ----      ----
        web                  Modified  /etc
        web                  Added     /etc/nginx/conf.d/with a long name that is long…
        """);

    [Fact]
    public void Changes_at_120_columns() => Shows(120, Changes, """
        Container            Kind      Path
        ---------            ----      ----
        web                  Modified  /etc
        web                  Added     /etc/nginx/conf.d/with a long name that is longer than eighty columns have room for.conf
        """);

    [Fact]
    public void Log_lines_at_80_columns() => Shows(80, LogLines, """
        ready to serve
          but not yet
        """);

    [Fact]
    public void Log_lines_at_120_columns() => Shows(120, LogLines, """
        ready to serve
          but not yet
        """);

    [Theory]
    [InlineData("@()", "")]
    [InlineData("@{ Port = 80 }", "80/tcp")]
    [InlineData("@{ HostIp = '0.0.0.0'; HostPort = 8080; Port = 80 }, @{ HostIp = '127.0.0.1'; HostPort = 81; Port = 80 }", "127.0.0.1:81->80, 8080->80")]
    [InlineData("@{ Port = 81 }, @{ Port = 80 }, @{ Port = 80; Protocol = 'udp' }, @{ Port = 83 }", "80-81/tcp, 80/udp, 83/tcp")]
    [InlineData("@{ Port = 9 }, @{ HostIp = '::'; HostPort = 8001; Port = 81 }, @{ HostIp = '::'; HostPort = 8000; Port = 80 }", "8000-8001->80-81, 9/tcp")]
    [InlineData("@{ HostIp = '::1'; HostPort = 8000; Port = 80 }, @{ HostIp = '::1'; HostPort = 9000; Port = 81 }", "[::1]:8000->80, [::1]:9000->81")]
    public void Ports_in_a_row_are_one_range(string ports, string text)
    {
        var outcome = Host.Invoke($"([DockerPS.Container] @{{ Ports = [DockerPS.ContainerPort[]] @({ports}) }}).PortText").AssertSucceeded();

        Assert.Equal(text, outcome.Texts().Single());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Wide_characters_and_long_names_stay_in_their_lines(int width)
    {
        var lines = Rendered(width, """
            [DockerPS.Container] @{ ContainerId = 'a1b2c3d4e5f6a7b8'; Name = '容器' * 40; Image = 'x' * 300; Command = 'y' * 300; Created = Get-Date; Status = 'z' * 300 }
            """);

        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Equal(3, lines.Count);
    }
}
