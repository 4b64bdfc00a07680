using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Loading;

/// <summary>When the engine's assemblies are loaded, and where to.</summary>
public sealed class ImportTests
{
    private static readonly string OnlyModule = "Default: " + BuiltModule.Module;
    private static readonly string WholeEngine = "DockerPS: " + string.Join(", ", BuiltModule.Engine("net8.0"));

    [Fact]
    public async Task Import_alone_loads_no_engine_assembly_and_contacts_nothing()
    {
        await using var server = Answering();

        var said = await ShellProcess.RunAsync(server.Host, """
            Import-Module $Module
            Show-Loaded imported
            @(Get-Command -Module DockerPS).Count -gt 12
            [DockerPS.PortMapping] '8080:80/tcp' | ForEach-Object ToString
            Show-Loaded used
            """);

        Assert.Equal(["imported " + OnlyModule, "True", "8080:80", "used " + OnlyModule], said);
        Assert.Equal((0, 0), (server.AcceptedConnections, server.Requests.Count));
    }

    [Fact]
    public async Task First_command_that_needs_the_engine_loads_it_into_a_context_of_its_own()
    {
        await using var server = Answering();

        var said = await ShellProcess.RunAsync(server.Host, """
            Import-Module $Module
            Test-DockerEngine
            Show-Loaded then
            Get-Container -All
            Show-Loaded later
            """);

        Assert.Equal(["True", "then " + OnlyModule, "then " + WholeEngine, "later " + OnlyModule, "later " + WholeEngine], said);
        Assert.Contains("GET /v1.51/containers/json?all=1", server.Requests);
    }

    [Fact]
    public async Task Import_with_Force_and_after_a_removal_makes_no_second_context()
    {
        await using var server = Answering();

        var said = await ShellProcess.RunAsync(server.Host, """
            Import-Module $Module
            Get-Container -All
            Import-Module $Module -Force
            Get-Container -All
            Remove-Module DockerPS
            Import-Module $Module
            Get-Container -All
            Show-Loaded then
            """);

        Assert.Equal(["then " + OnlyModule, "then " + WholeEngine], said);
    }

    [Fact]
    public async Task Threads_that_come_at_once_load_the_engine_once()
    {
        await using var server = Answering();

        var said = await ShellProcess.RunAsync(server.Host, """
            Import-Module $Module
            $connector = [DockerPS.Engine.EngineLoader].GetProperty('Connector').GetMethod.CreateDelegate([Func[DockerPS.Engine.IEngineConnector]])
            $all = foreach ($i in 1..16) { [Threading.Tasks.Task[DockerPS.Engine.IEngineConnector]]::new($connector, [Threading.Tasks.TaskCreationOptions]::LongRunning) }
            foreach ($task in $all) { $task.Start() }
            @($all | ForEach-Object Result | Select-Object -Unique).Count
            Show-Loaded then
            """);

        Assert.Equal(["1", "then " + OnlyModule, "then " + WholeEngine], said);
    }

    private static ScriptedServer Answering() =>
        ScriptedServer.Start().AnswerPing("1.51").AnswerJson("^GET /v1.51/containers/json", 200, "[]");
}
