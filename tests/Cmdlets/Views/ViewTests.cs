using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>Whole tables, as a console of 80 and of 120 columns shows them. The objects are made here, so every letter is known.</summary>
public sealed class ViewTests : IDisposable
{
    private const string Containers = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.Container] @{ ContainerId = 'a1b2c3d4e5f6a7b8'; Name = 'web'; Image = 'nginx:1.29'; Command = 'nginx -g daemon off;'; Created = $created; State = 'Running'; Status = 'Up 3 days (healthy)' }
        [DockerPS.Container] @{
            ContainerId = 'ffeeddccbbaa9988'; Name = 'a-container-with-a-very-long-name-of-its-own'; Image = 'registry.example:5000/team/application:2026.11.30'
            Command = 'sleep 600'; Created = $created.AddDays(-27); State = 'Exited'; Status = 'Exited (137) 2 weeks ago'
        }
        """;

    private readonly PowerShellHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Containers_at_80_columns() => Shows(80, Containers, """
        Name             ContainerId  Image            Status                    Ports
        ----             -----------  -----            ------                    -----
        web              a1b2c3d4e5f6 nginx:1.29       Up 3 days (healthy)
        a-container-wit… ffeeddccbbaa registry.exampl… Exited (137) 2 weeks ago
        """);

    [Fact]
    public void Containers_at_120_columns() => Shows(120, Containers, """
        Name             ContainerId  Image            Status                    Ports               Created        Command
        ----             -----------  -----            ------                    -----               -------        -------
        web              a1b2c3d4e5f6 nginx:1.29       Up 3 days (healthy)                           3 days ago     nginx -g d…
        a-container-wit… ffeeddccbbaa registry.exampl… Exited (137) 2 weeks ago                      4 weeks ago    sleep 600
        """);

    [Fact]
    public void Images_at_80_columns() => Shows(80, """
        [DockerPS.ContainerImage] @{ ImageId = 'sha256:a1b2c3d4e5f6a7b8'; Repository = 'nginx'; Tag = '1.29'; Tags = @('nginx:1.29'); Created = (Get-Date).AddDays(-3).AddHours(-1); Size = 192MB }
        """, """
        Repository                     Tag          ImageId      Created           Size
        ----------                     ---          -------      -------           ----
        nginx                          1.29         a1b2c3d4e5f6 3 days ago     201.3MB
        """);

    [Fact]
    public void Volumes_at_80_columns() => Shows(80, """
        [DockerPS.ContainerVolume] @{ Name = 'data'; Driver = 'local'; Created = (Get-Date).AddDays(-3).AddHours(-1) }
        """, """
        Name                             Driver   Created             Size Users
        ----                             ------   -------             ---- -----
        data                             local    3 days ago
        """);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Wide_characters_and_long_names_stay_in_their_lines(int width)
    {
        _host.Width = width;
        var lines = _host.Render("""
            [DockerPS.Container] @{ ContainerId = 'a1b2c3d4e5f6a7b8'; Name = '容器' * 40; Image = 'x' * 300; Command = 'y' * 300; Created = Get-Date; Status = 'z' * 300 }
            """);

        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Equal(3, lines.Count(line => line.Length > 0));
    }

    private void Shows(int width, string script, string table)
    {
        _host.Width = width;
        List<string> shown = [.. _host.Render(script).Where(line => line.Length > 0)];

        Assert.Equal(table.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()), shown);
    }
}
