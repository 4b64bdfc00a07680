using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Registries;

public sealed class ConnectDockerRegistryTests(SharedEngines engines) : RegistryTests(engines)
{
    [Theory, EveryEngine, PodmanDiffers("registries without TLS")]
    public async Task Right_login_is_kept_and_used_and_a_wrong_one_is_not(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync(login: true);
        var image = await MakeForAsync(engine, registry, "shop/web");
        await File.WriteAllTextAsync(ConfigFile, """{"currentContext":"default","auths":{"other.example":{"auth":"eDp5"}},"mine":{"deep":[1,2.50,"ä"]},"psFormat":"a\tb"}""");

        // Nobody, and somebody else, are refused, and nothing is kept.
        var refused = host.Invoke("Publish-ContainerImage $i", ("i", image));
        Assert.Equal(image, refused.AssertError("AccessDenied").TargetObject);
        var wrong = host.Invoke("Connect-DockerRegistry $r $c -Verbose", ("r", registry.Address), ("c", Credential(TestRegistry.Password + "x")));
        Assert.Equal(("AuthenticationError", registry.Address), (wrong.AssertError("AccessDenied").CategoryInfo.Category.ToString(), wrong.Errors[0].TargetObject));
        AssertSecretUnseen(wrong);
        host.Invoke("Connect-DockerRegistry $r", ("r", registry.Address)).AssertError("LoginNotFound");
        Assert.DoesNotContain(registry.Address, await File.ReadAllTextAsync(ConfigFile), StringComparison.Ordinal);

        var asked = host.Invoke("$c | Connect-DockerRegistry $r -WhatIf -Verbose", ("r", registry.Address), ("c", Credential(TestRegistry.Password)));
        AssertSecretUnseen(asked.AssertSucceeded());
        Assert.DoesNotContain(registry.Address, await File.ReadAllTextAsync(ConfigFile), StringComparison.Ordinal);

        var connected = host.Invoke("$c | Connect-DockerRegistry http://$r/v2/ -Verbose -Debug", ("r", registry.Address), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        Assert.Equal((registry.Address, TestRegistry.User, "File"), ((string)connected.One().Registry, (string)connected.One().UserName, ((object)connected.One().Source).ToString()));
        AssertSecretUnseen(connected);

        // All else in the file is as it was, and only its owner may read it.
        using var config = JsonDocument.Parse(await File.ReadAllTextAsync(ConfigFile));
        Assert.Equal(["currentContext", "auths", "mine", "psFormat"], config.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"deep":[1,2.50,"ä"]}""", JsonSerializer.Serialize(config.RootElement.GetProperty("mine"), Relaxed));
        Assert.Equal("eDp5", config.RootElement.GetProperty("auths").GetProperty("other.example").GetProperty("auth").GetString());
        var auth = config.RootElement.GetProperty("auths").GetProperty(registry.Address).GetProperty("auth").GetString()!;
        Assert.Equal($"{TestRegistry.User}:{TestRegistry.Password}", Encoding.UTF8.GetString(Convert.FromBase64String(auth)));
        Assert.Equal([ConfigFile], Directory.GetFiles(Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ConfigFile));
        }

        // The docker command finds it, too, and we find what that keeps.
        var docker = await Tool.RunAsync(engine.CliPath, ["push", image], DockerEnvironment(engine));
        Assert.True(docker.Succeeded, docker.Error);
        AssertSecretUnseen(host.Invoke("Connect-DockerRegistry $r -Verbose", ("r", registry.Address)).AssertSucceeded());
        Assert.Equal(["other.example x File", $"{registry.Address} ann File"], host.Invoke("Get-DockerRegistry | Sort-Object { $_.Registry -ne 'other.example' } | ForEach-Object { \"$_ $($_.UserName) $($_.Source)\" }").Lines());
        Assert.Equal(image, host.Invoke("Publish-ContainerImage $i", ("i", image)).AssertSucceeded().Texts().Single());

        host.Invoke("Get-DockerRegistry $r | Disconnect-DockerRegistry", ("r", registry.Address)).AssertSucceeded();
        host.Invoke("Disconnect-DockerRegistry $r", ("r", registry.Address)).AssertError("LoginNotFound");
        host.Invoke("Get-DockerRegistry $r", ("r", registry.Address)).AssertError("LoginNotFound");
        host.Invoke("Publish-ContainerImage $i", ("i", image)).AssertError("AccessDenied");
        Assert.Equal(["other.example"], host.Invoke("Get-DockerRegistry").Lines());
        await DockerAsync(engine, "rmi", image);
    }

    [Theory, EveryEngine, PodmanDiffers("registries without TLS")]
    public async Task Login_of_a_session_is_written_nowhere_and_is_no_other_sessions(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync(login: true);
        var image = await MakeForAsync(engine, registry, "shop/web");
        var other = Session(engine);

        var login = host.Invoke("$p | Connect-DockerRegistry $r -UserName ann -NoStore", ("r", registry.Address), ("p", Secure(TestRegistry.Password))).One();

        Assert.Equal("Session", ((object)login.Source).ToString());
        Assert.Empty(Directory.GetFiles(Folder));
        Assert.Equal(image, host.Invoke("Publish-ContainerImage $i", ("i", image)).AssertSucceeded().Texts().Single());
        other.Invoke("Publish-ContainerImage $i", ("i", image)).AssertError("AccessDenied");
        Assert.Empty(other.Invoke("Get-DockerRegistry").Lines());

        // Pulls use it, those of Start-Container too.
        await DockerAsync(engine, "rmi", image);
        other.Invoke("Install-ContainerImage $i", ("i", image)).AssertError("AccessDenied");
        var started = host.Invoke("Start-Container -Image $i -Name $n -Command sleep, 600", ("i", image), ("n", Names.Next())).AssertSucceeded();
        Assert.Equal(image, (string)started.One().Image);
        host.Invoke("$c | Remove-Container -Force", ("c", started.Output[0])).AssertSucceeded();
        Assert.Equal(["1"], host.Invoke("(Find-ContainerImageTag $i).Tag", ("i", image)).Lines());
        other.Invoke("Find-ContainerImageTag $i", ("i", image)).AssertError("AccessDenied");

        host.Invoke("Disconnect-DockerRegistry $r", ("r", registry.Address)).AssertSucceeded();
        host.Invoke("Find-ContainerImageTag $i", ("i", image)).AssertError("AccessDenied");
        await DockerAsync(engine, "rmi", image);
    }

    [Theory, EveryEngine, PodmanDiffers("registries without TLS")]
    public async Task Helpers_keep_logins_and_get_no_secret_as_an_argument(string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The helper of this test is a shell script.");
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync(login: true);
        var store = Path.Combine(Folder, "store");
        var helper = Path.Combine(Folder, "docker-credential-dockerpstest");
        await File.WriteAllTextAsync(helper, $$"""
            #!/bin/sh
            { echo "$0 $*"; tr '\0' ' ' </proc/$$/cmdline; env; } >>{{store}}.calls
            case $1 in
              store) cat >{{store}} ;;
              get) read -r server; [ -f {{store}} ] && grep -q "\"ServerURL\":\"$server\"" {{store}} && cat {{store}} || { echo 'credentials not found in native keychain'; exit 1; } ;;
              erase) rm -f {{store}} ;;
              list) [ -f {{store}} ] && sed 's/.*"ServerURL":"\([^"]*\)".*"Username":"\([^"]*\)".*/{"\1":"\2"}/' {{store}} || echo '{}' ;;
            esac
            """);
        File.SetUnixFileMode(helper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(ConfigFile, $$$"""{"credHelpers":{"{{{registry.Address}}}":"dockerpstest","127.0.0.1:9":"nowhere"}}""");
        using var path = new EnvironmentChange(("PATH", Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")));

        var connected = host.Invoke("Connect-DockerRegistry $r $c -Verbose", ("r", registry.Address), ("c", Credential(TestRegistry.Password))).AssertSucceeded();

        AssertSecretUnseen(connected);
        Assert.Equal(("Helper", "dockerpstest"), (((object)connected.One().Source).ToString(), (string)connected.One().Helper));
        Assert.DoesNotContain("auth\"", await File.ReadAllTextAsync(ConfigFile), StringComparison.Ordinal);
        var calls = await File.ReadAllTextAsync(store + ".calls");
        Assert.Contains("docker-credential-dockerpstest store", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", calls, StringComparison.Ordinal);
        Assert.Contains("s3cret", await File.ReadAllTextAsync(store), StringComparison.Ordinal);

        var image = await MakeForAsync(engine, registry, "shop/web");
        Assert.Equal(image, host.Invoke("Publish-ContainerImage $i", ("i", image)).AssertSucceeded().Texts().Single());
        await DockerAsync(engine, "rmi", image);

        // One that is not there is told, and a public image does without.
        var told = host.Invoke("Find-ContainerImageTag 127.0.0.1:9/a -Insecure");
        Assert.Contains("docker-credential-nowhere", Assert.Single(told.Warnings), StringComparison.Ordinal);
        host.Invoke("Connect-DockerRegistry 127.0.0.1:9").AssertError("CredentialStoreFailed");

        host.Invoke("Disconnect-DockerRegistry $r", ("r", registry.Address)).AssertSucceeded();
        Assert.False(File.Exists(store));
    }

    [Fact]
    public async Task Damaged_file_is_an_error_and_stays_as_it_is()
    {
        var host = Session();
        await File.WriteAllTextAsync(ConfigFile, "{ \"auths\": ");

        foreach (var command in (string[])["Get-DockerRegistry", "Disconnect-DockerRegistry a.example"])
        {
            var error = host.Invoke(command).AssertError("CredentialStoreFailed");
            Assert.Contains(ConfigFile, error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal("{ \"auths\": ", await File.ReadAllTextAsync(ConfigFile));
        await File.WriteAllTextAsync(ConfigFile, """{"auths":{"a.example":{"auth":"bm9jb2xvbg=="}}}""");
        Assert.DoesNotContain("nocolon", host.Invoke("Get-DockerRegistry").AssertError("CredentialStoreFailed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal("ParameterArgumentTransformationError,DockerPS.Cmdlets.Registries.DisconnectDockerRegistry", host.Invoke("Disconnect-DockerRegistry (Get-Date)").AllErrors.Single().FullyQualifiedErrorId);
    }

    private System.Collections.Generic.Dictionary<string, string?> DockerEnvironment(TestEngine engine) => new(StringComparer.Ordinal)
    {
        ["DOCKER_HOST"] = engine.Host,
        ["DOCKER_CONFIG"] = Folder,
        ["PATH"] = engine.SearchPath,
    };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
