using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Loading;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines.Tls;

/// <summary>TLS as the docker command's variables ask for it.</summary>
[Collection(EnvironmentChange.Collection)]
public sealed class TlsEnvironmentTests : EngineTests
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Cage.Folder, "tls-" + Guid.NewGuid().ToString("N")[..8])).FullName;
    private readonly EnvironmentChange _environment = new(
        ("DOCKER_HOST", null), ("DOCKER_CONTEXT", null), ("DOCKER_TLS_VERIFY", null), ("DOCKER_TLS", null), ("DOCKER_CERT_PATH", null), ("DOCKER_CONFIG", null));

    public TlsEnvironmentTests(SharedEngines engines)
        : base(engines)
    {
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, InlineData("RSA"), InlineData("EC")]
    public async Task Docker_commands_variables_and_folder_are_used(string keys)
    {
        using var authority = new CertificateAuthority(keys);
        using var other = new CertificateAuthority(keys, "another authority");
        using var client = authority.Client();
        var port = TestRegistry.FreePort();
        await using var engine = await authority.StartAsync("20.10", port, _folder);
        var files = authority.Write(Path.Combine(_folder, "client"), client);
        var host = Session();

        _environment.Set("DOCKER_HOST", string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}"));
        host.Invoke("Get-Container").AssertError("TlsRequired");
        _environment.Set("DOCKER_TLS_VERIFY", "1");
        _environment.Set("DOCKER_CERT_PATH", files);
        Assert.True(host.Invoke("Test-DockerEngine").Single<bool>());
        Assert.Equal(["True"], host.Invoke("(Get-DockerEngine).Tls.Verified").Lines());

        // The folder of the configuration holds the files where no other is named.
        _environment.Set("DOCKER_CERT_PATH", null);
        _environment.Set("DOCKER_CONFIG", files);
        Assert.True(host.Invoke("Test-DockerEngine").Single<bool>());

        // What changes in the folder counts at once.
        File.WriteAllText(Path.Combine(files, "ca.pem"), other.Certificate.ExportCertificatePem());
        host.Invoke("Get-Container").AssertError("CertificateUntrusted");
        _environment.Set("DOCKER_TLS_VERIFY", null);
        _environment.Set("DOCKER_TLS", "1");
        Assert.Equal(["False", "True"], host.Invoke("(Get-DockerEngine).Tls.Verified; Test-DockerEngine").Lines());
        File.Delete(Path.Combine(files, "key.pem"));
        Assert.Contains("key.pem is missing", host.Invoke("Get-Container").AssertError("CertificateUnreadable").Exception.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("RSA", true), InlineData("RSA", false)]
    public async Task Build_for_dotnet_framework_does_the_same(string keys, bool oldForm)
    {
        using var authority = new CertificateAuthority(keys);
        using var other = new CertificateAuthority(keys, "another authority");
        using var client = authority.Client();
        var (port, expiredPort) = (TestRegistry.FreePort(), TestRegistry.FreePort());
        await using var engine = await authority.StartAsync("20.10", port, _folder);
        await using var expired = await authority.StartAsync("20.10", expiredPort, Path.Combine(_folder, "old"), expired: true);
        await engine.ImportTestImageAsync();
        var files = authority.Write(Path.Combine(_folder, "client"), client, oldForm: oldForm);
        var wrong = authority.Write(Path.Combine(_folder, "wrong"), client, other, oldForm);
        using var stranger = other.Client("stranger");
        var strange = other.Write(Path.Combine(_folder, "stranger"), stranger, authority, oldForm);
        var bare = Directory.CreateDirectory(Path.Combine(_folder, "bare")).FullName;
        File.Copy(Path.Combine(files, "ca.pem"), Path.Combine(bare, "ca.pem"));
        _environment.Set("DOCKER_TLS_VERIFY", "1");

        Assert.Equal("Reached", await FailureAsync(port, files));
        Assert.Equal("CertificateUntrusted", await FailureAsync(port, wrong));
        Assert.Equal("CertificateExpired", await FailureAsync(expiredPort, files));
        Assert.Equal("CertificateNameMismatch", await FailureAsync(port, files, "localhost"));
        Assert.Equal("ClientCertificateRequired", await FailureAsync(port, bare));
        Assert.Equal("ClientCertificateRefused", await FailureAsync(port, strange));
    }

    private async Task<string> FailureAsync(int port, string folder, string name = "127.0.0.1")
    {
        _environment.Set("DOCKER_CERT_PATH", folder);
        var said = await FrameworkDriver.RunAsync(string.Create(CultureInfo.InvariantCulture, $"tcp://{name}:{port}"), "reach");
        return said.Values.Single();
    }
}
