using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Engines.Tls;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines;

/// <summary>As in a runbook: a process without a console, without a home folder, without a docker command, and certificates in memory.</summary>
public sealed class RunbookTests(SharedEngines engines) : EngineTests(engines)
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Cage.Folder, "book-" + Guid.NewGuid().ToString("N")[..8])).FullName;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, EveryEngine, PodmanDiffers("`tcp://` and TLS")]
    public async Task Whole_life_of_a_container_needs_neither_console_nor_home_nor_docker_command(string version)
    {
        using var authority = new CertificateAuthority("RSA");
        using var client = authority.Client();
        var port = TestRegistry.FreePort();
        await using var engine = await authority.StartAsync(version, port, _folder);
        await engine.ImportTestImageAsync();
        var (pfx, ca, home) = (Path.Combine(_folder, "client.pfx"), Path.Combine(_folder, "ca.cer"), Path.Combine(_folder, "nowhere"));
        await File.WriteAllBytesAsync(pfx, client.Export(X509ContentType.Pfx, "word"));
        await File.WriteAllBytesAsync(ca, authority.Certificate.Export(X509ContentType.Cert));

        var output = await RunAsync(home, $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module '{{Repository.Module}}'
            $certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new('{{pfx}}', 'word')
            $authority = [Security.Cryptography.X509Certificates.X509Certificate2]::new('{{ca}}')
            $engine = Connect-DockerEngine tcp://127.0.0.1:{{port}} -Certificate $certificate -CaCertificate $authority -Name prod
            "$($engine.Name) $($engine.IsDefault)"
            $container = Start-Container -Image busybox:test -Name web -StopSignal KILL -Command sh, -c, 'echo begun; sleep 600'
            "$($container.State) $($container.Engine)"
            $result = Invoke-ContainerCommand web -AsResult -Command sh, -c, 'echo out; echo err >&2; exit 3'
            "$($result.ExitCode) $($result.Output) $($result.Error)"
            (Get-ContainerLog web).Message
            (Get-DockerContext).Name
            $container | Remove-Container -Force -Confirm:$false
            @(Get-Container -All).Count
            Disconnect-DockerEngine
            """);

        Assert.Equal(["prod True", "Running prod", "3 out err", "begun", "default", "0"], output);
        // PowerShell itself keeps caches there.
        Assert.False(Directory.Exists(Path.Combine(home, ".docker")), "Something of docker's was written to the home folder.");
    }

    [Fact]
    public async Task Connection_type_for_azure_automation_names_what_connect_takes()
    {
        using var type = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "DockerPS-Automation.json")));

        Assert.Equal("DockerPS", type.RootElement.GetProperty("IntegrationModuleName").GetString());
        foreach (var field in type.RootElement.GetProperty("ConnectionFields").EnumerateArray())
        {
            Assert.Equal(["IsEncrypted", "IsOptional", "Name", "TypeName"], [.. Names(field)]);
            Assert.Equal(field.GetProperty("Name").GetString() == "Password", field.GetProperty("IsEncrypted").GetBoolean());
            Assert.Equal(field.GetProperty("Name").GetString() != "Address", field.GetProperty("IsOptional").GetBoolean());
        }

        static IEnumerable<string> Names(JsonElement field)
        {
            foreach (var member in field.EnumerateObject())
            {
                yield return member.Name;
            }
        }
    }

    [Fact]
    public async Task Runbook_of_the_guide_parses()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/azure-automation.md"));
        var start = guide.IndexOf("#Requires", StringComparison.Ordinal);
        var script = guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];

        System.Management.Automation.Language.Parser.ParseInput(script, out _, out var errors);

        Assert.Empty(errors);
        var commands = Session().Invoke("(Get-Command -Module DockerPS).Name").Lines();
        foreach (var name in (string[])["Connect-DockerEngine", "Get-DockerEngine", "Get-ContainerDetail", "Restart-Container", "Remove-Container"])
        {
            Assert.Contains(name, commands);
            Assert.Contains(name, script, StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string home, string script)
    {
        var result = await Tool.RunAsync(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [BuildOutput.Of("tests/Shell", "net10.0", "DockerPS.Shell.dll"), "-NoProfile", "-NonInteractive", "-Command", script],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["HOME"] = home,
                ["USER"] = null,
                ["PATH"] = "/nowhere",
                ["TERM"] = null,
                ["NO_COLOR"] = "1",
                ["XDG_RUNTIME_DIR"] = null,
                ["XDG_CONFIG_HOME"] = null,
                ["XDG_CACHE_HOME"] = null,
                ["XDG_DATA_HOME"] = null,
                ["DOCKER_HOST"] = null,
                ["DOCKER_CONTEXT"] = null,
                ["DOCKER_CONFIG"] = null,
                ["DOCKER_API_VERSION"] = null,
            });
        Assert.True(result.Succeeded && result.Error.Length == 0, $"The script ended with {result.ExitCode}:\n{result.Error}\n{result.Output}");
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
