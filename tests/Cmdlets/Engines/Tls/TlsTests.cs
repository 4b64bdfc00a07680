using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Engines.Tls;

public sealed class TlsTests(SharedEngines engines) : EngineTests(engines)
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Cage.Folder, "tls-" + Guid.NewGuid().ToString("N")[..8])).FullName;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, EveryEngine("RSA"), EveryEngine("EC"), PodmanDiffers("`tcp://` and TLS")]
    public async Task Right_certificates_work_for_lists_streams_and_input(string version, string keys)
    {
        using var authority = new CertificateAuthority(keys);
        using var client = authority.Client();
        var port = TestRegistry.FreePort();
        await using var engine = await authority.StartAsync(version, port, _folder);
        await engine.ImportTestImageAsync();
        var files = authority.Write(Path.Combine(_folder, "client"), client, oldForm: true);
        var host = Session();

        var connected = host.Invoke("Connect-DockerEngine $a -CertificateFolder $f -Name secure", ("a", Address(port)), ("f", files)).One();
        Assert.Equal(("secure", true, true), ((string)connected.Name, (bool)connected.IsDefault, (bool)connected.Connected));
        Assert.Equal((true, "CN=client"), ((bool)connected.Tls.Verified, (string)connected.Tls.Subject));

        var lines = host.Invoke("""
            $c = Start-Container -Image busybox:test -Name web -Command sh, -c, 'i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done; sleep 0.5; echo last; sleep 600'
            $c.Engine
            (Get-Container web).Engine
            $log = Get-ContainerLog web -Follow | Select-Object -First 2001
            "$($log.Count) $($log[-1].Message)"
            $sent = 1..20000 | ForEach-Object { "some text for standard input, line $_" }
            $back = $sent | Invoke-ContainerCommand web cat
            "$($back.Count) $($back[-1])"
            Remove-Container web -Force
            @(Get-Container -All).Count
            """).Lines();

        Assert.Equal(["secure", "secure", "2001 last", "20000 some text for standard input, line 20000", "0"], lines);
    }

    [Theory, InlineData("RSA"), InlineData("EC")]
    public async Task Each_way_to_give_a_certificate_works(string keys)
    {
        using var authority = new CertificateAuthority(keys);
        using var client = authority.Client();
        var port = TestRegistry.FreePort();
        await using var engine = await authority.StartAsync("20.10", port, _folder);
        var files = authority.Write(Path.Combine(_folder, "client"), client);
        await File.WriteAllBytesAsync(Path.Combine(files, "client.pfx"), client.Export(X509ContentType.Pfx, "wörd"));
        await File.WriteAllTextAsync(Path.Combine(files, "both.pem"), await File.ReadAllTextAsync(Path.Combine(files, "cert.pem")) + await File.ReadAllTextAsync(Path.Combine(files, "key.pem")));
        var host = Session();

        foreach (var how in (string[])
        [
            "-Certificate $cert -CaCertificate $ca",
            "-Certificate $cert -CaPath $files/ca.pem",
            "-CertificatePath $files/cert.pem -KeyPath $files/key.pem -CaPath $files/ca.pem",
            "-CertificatePath $files/both.pem -CaCertificate $ca",
            "-CertificatePath $files/client.pfx -CertificatePassword $word -CaPath $files/ca.pem",
            "-Certificate $cert -SkipCertificateCheck",
        ])
        {
            var outcome = host.Invoke(
                $"Connect-DockerEngine $a {how}; @(Get-Container -All).Count; Disconnect-DockerEngine",
                ("a", Address(port)), ("files", files), ("cert", client), ("ca", authority.Certificate), ("word", Secure("wörd"))).AssertSucceeded();
            Assert.Equal(2, outcome.Output.Count);
        }

        foreach (var (how, what) in ((string, string)[])
        [
            ("-CertificatePath $files/client.pfx -CertificatePassword (New-Object securestring)", "client.pfx"),
            ("-CertificatePath $files/none.pem", "none.pem"),
            ("-CertificatePath $files/ca.pem", "no private key"),
            ("-CertificatePath $files/cert.pem -KeyPath $files/ca.pem", "ca.pem"),
            ("-CertificateFolder $files/none", "none"),
            ("-Certificate $public", "no private key"),
        ])
        {
            using var bare = X509CertificateLoader.LoadCertificate(client.RawData);
            var error = host.Invoke($"Connect-DockerEngine $a {how}", ("a", Address(port)), ("files", files), ("public", bare)).AssertError("CertificateUnreadable");
            Assert.Contains(what, error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(host.Invoke("Get-DockerEngine | Where-Object Connected").Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("`tcp://` and TLS")]
    public async Task What_is_wrong_with_certificates_has_an_id_of_its_own(string version)
    {
        using var authority = new CertificateAuthority("EC");
        using var other = new CertificateAuthority("EC", "another authority");
        using var client = authority.Client();
        using var stranger = other.Client("stranger");
        var (port, expiredPort, plainPort) = (TestRegistry.FreePort(), TestRegistry.FreePort(), TestRegistry.FreePort());
        await using var engine = await authority.StartAsync(version, port, _folder);
        await using var expired = await authority.StartAsync(version, expiredPort, Path.Combine(_folder, "old"), expired: true);
        await using var plain = await TestEngine.StartAsync(EnginePackages.Find(EngineVersion.Parse(version)), new TestEngineOptions { TcpPort = plainPort });
        var host = Session();

        Connect(Address(port), "-Certificate $client -CaCertificate $other", "CertificateUntrusted");
        Connect(Address(port), "-Certificate $client", "CertificateUntrusted");
        Connect(Address(expiredPort), "-Certificate $client -CaCertificate $ca", "CertificateExpired");
        Connect(Address(port).Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "-Certificate $client -CaCertificate $ca", "CertificateNameMismatch");
        Connect(Address(port), "-CaCertificate $ca", "ClientCertificateRequired");
        Connect(Address(port), "-Certificate $stranger -CaCertificate $ca", "ClientCertificateRefused");
        Connect(Address(plainPort), "-Certificate $client -CaCertificate $ca", "TlsNotSpoken");
        Connect(Address(port), "", "TlsRequired");
        host.Invoke("Get-Container -Engine $a", ("a", Address(port))).AssertError("TlsRequired");
        host.Invoke("Get-ContainerLog x -Engine $a", ("a", Address(port))).AssertError("TlsRequired");

        void Connect(string address, string how, string id)
        {
            var error = host.Invoke(
                $"Connect-DockerEngine $a {how}", ("a", address), ("client", client), ("stranger", stranger), ("ca", authority.Certificate), ("other", other.Certificate)).AssertError(id);
            Assert.Contains(address, error.Exception.Message, StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(error.ErrorDetails?.RecommendedAction), id);
        }
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_engine_that_is_not_trusted()
    {
        using var authority = new CertificateAuthority("EC");
        using var other = new CertificateAuthority("EC", "another authority");
        using var server = authority.Server();
        using var old = authority.Server(expired: true);
        using var client = authority.Client();
        await using var valid = new TlsListener(server, wantsClient: true);
        await using var expired = new TlsListener(old);
        var host = Session();

        Refused(valid.Address, "-Certificate $client -CaCertificate $other", "CertificateUntrusted");
        Refused(expired.Address, "-Certificate $client -CaCertificate $ca", "CertificateExpired");
        Refused(valid.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "-Certificate $client -CaCertificate $ca", "CertificateNameMismatch");
        Refused(valid.Address, "-CaCertificate $ca", "ClientCertificateRequired");
        Assert.Equal((3, 1), (valid.Connections, expired.Connections));
        Assert.Empty(valid.Received);
        Assert.Empty(expired.Received);

        host.Invoke("Connect-DockerEngine $a -Certificate $client -CaCertificate $ca", ("a", valid.Address), ("client", client), ("ca", authority.Certificate)).One();
        Assert.StartsWith("HEAD /_ping", Assert.Single(valid.Received), StringComparison.Ordinal);

        void Refused(string address, string how, string id) =>
            host.Invoke($"Connect-DockerEngine $a {how}", ("a", address), ("client", client), ("ca", authority.Certificate), ("other", other.Certificate)).AssertError(id);
    }

    [Fact]
    public async Task Credential_goes_to_what_stands_before_the_engine_over_encrypted_connections_only()
    {
        using var authority = new CertificateAuthority("EC");
        using var server = authority.Server();
        const string Right = "Authorization: Basic YWRtaW46d8O2cmQ=";
        await using var proxy = new TlsListener(server, answer: request => request.Contains(Right, StringComparison.OrdinalIgnoreCase)
            ? request.Contains("/json", StringComparison.Ordinal) ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]" : "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 0\r\n\r\n"
            : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var host = Session();
        var credential = new System.Management.Automation.PSCredential("admin", Secure("wörd"));

        Assert.Equal(
            "admin",
            host.Invoke("Connect-DockerEngine $a -CaCertificate $ca -Credential $c; Get-Container", ("a", proxy.Address.Replace("tcp", "https", StringComparison.Ordinal)), ("ca", authority.Certificate), ("c", credential)).One().UserName);
        host.Invoke("Connect-DockerEngine $a -CaCertificate $ca", ("a", proxy.Address), ("ca", authority.Certificate)).AssertError("AccessDenied");
        foreach (var address in (string[])["tcp://127.0.0.1:1", "ssh://host", "unix:///x.sock"])
        {
            var error = host.Invoke("Connect-DockerEngine $a -Credential $c", ("a", address), ("c", credential)).AssertError("InvalidEndpoint");
            Assert.DoesNotContain("wörd", error.ToString(), StringComparison.Ordinal);
        }
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}");

    private static System.Security.SecureString Secure(string text)
    {
        var secure = new System.Security.SecureString();
        text.ToList().ForEach(secure.AppendChar);
        return secure;
    }
}
