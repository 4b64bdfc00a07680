using DockerPS.Containers;
using Xunit;

namespace DockerPS.Tests.Unit.Containers;

public sealed class ProcessTableTests
{
    [Fact]
    public void Columns_of_docker_stay_as_they_are()
    {
        var table = new ProcessTableJson { Titles = ["PID", "CMD"], Processes = [["1", "sleep 600"]] }.ToTable();

        Assert.Equal(["PID", "CMD"], table.Titles);
        Assert.Equal(["1", "sleep 600"], table.Rows[0]);
    }

    [Fact]
    public void Lines_that_podman_hands_on_are_taken_apart_and_the_command_keeps_its_spaces()
    {
        var table = new ProcessTableJson { Titles = ["PID   USER     COMMAND"], Processes = [["    1 root     sh -c  true"], ["   12 root"]] }.ToTable();

        Assert.Equal(["PID", "USER", "COMMAND"], table.Titles);
        Assert.Equal(["1", "root", "sh -c  true"], table.Rows[0]);
        Assert.Equal(["12", "root", ""], table.Rows[1]);
    }
}
