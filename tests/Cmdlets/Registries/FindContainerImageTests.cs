using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Registries;

public sealed class FindContainerImageTests(SharedEngines engines) : RegistryTests(engines)
{
    private static readonly string Coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(TestRegistry.User + ":" + TestRegistry.Password));

    [Theory, EveryEngine]
    public async Task Tags_are_those_that_the_registry_has(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync();
        var image = await registry.PushAsync(engine, TestImage.Reference, "shop/web", "1.0");
        await registry.PushAsync(engine, TestImage.Reference, "shop/web", "1.1");
        await registry.PushAsync(engine, TestImage.Reference, "shop/web", "edge");

        var tags = host.Invoke("Find-ContainerImageTag $i", ("i", image)).AssertSucceeded().All();

        Assert.Equal(["1.0", "1.1", "edge"], tags.Select(tag => (string)tag.Tag).Order(StringComparer.Ordinal));
        Assert.All(tags, tag => Assert.Equal((registry.Address, registry.Address + "/shop/web", tag.Repository + ":" + tag.Tag), ((string)tag.Registry, (string)tag.Repository, tag.ToString())));
        Assert.Equal(["1.0", "1.1"], host.Invoke("(Find-ContainerImageTag $i 1.*).Tag | Sort-Object", ("i", image)).Lines());
        Assert.Single(host.Invoke("Find-ContainerImageTag $i | Select-Object -First 1", ("i", image)).AssertSucceeded().Output);
        host.Invoke("Find-ContainerImageTag $i", ("i", registry.Address + "/no/such")).AssertError("ImageNotFound");
        host.Invoke("Find-ContainerImageTag $i", ("i", $"127.0.0.1:{TestRegistry.FreePort()}/a")).AssertError("RegistryUnreachable");
        Assert.Equal("Repository Tag", string.Join(' ', host.Render("Find-ContainerImageTag $i", ("i", image)).First(line => line.Length > 0).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [EveryEngine(false)]
    [EveryEngine(true)]
    [PodmanDiffers("registries without TLS")]
    public async Task Tags_of_a_registry_come_over_as_many_pages_as_it_gives(string version, bool login)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync(login);
        var image = await MakeForAsync(engine, registry, "shop/web", "v00");
        var tags = Enumerable.Range(0, 23).Select(number => string.Create(CultureInfo.InvariantCulture, $"v{number:00}")).ToArray();
        foreach (var tag in tags[1..])
        {
            await engine.Http.PostAsync($"/images/{image}/tag?repo={registry.Address}/shop/web&tag={tag}");
        }

        await using var paged = PagedRegistry.Start(registry, longest: 5);
        await using var strict = PagedRegistry.Start(registry, longest: 5, refuses: true);
        if (login)
        {
            host.Invoke("$r | ForEach-Object { $null = Connect-DockerRegistry $_ $c }", ("r", new[] { registry.Address, paged.Address, strict.Address }), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        }

        Assert.Equal(tags.Length, host.Invoke("Publish-ContainerImage $r -AllTags", ("r", registry.Address + "/shop/web")).AssertSucceeded().Output.Count);
        host.Invoke("Get-ContainerImage $r | Remove-ContainerImage", ("r", registry.Address + "/shop/web")).AssertSucceeded();

        // At once, as the registry has it; in five pages; and without a wish for their length where that is refused.
        Assert.Equal(tags, host.Invoke("(Find-ContainerImageTag $i).Tag | Sort-Object", ("i", image)).Lines());
        var found = host.Invoke("Find-ContainerImageTag $i -Verbose -Debug", ("i", paged.Address + "/shop/web")).AssertSucceeded();
        AssertSecretUnseen(found);
        Assert.Equal(tags, found.All().Select(tag => (string)tag.Tag));
        Assert.Equal(["?n=1000", "?last=v04&n=5", "?last=v09&n=5", "?last=v14&n=5", "?last=v19&n=5"], paged.Pages.Select(page => page[page.IndexOf('?', StringComparison.Ordinal)..]));
        Assert.Equal(["v20", "v21", "v22"], host.Invoke("(Find-ContainerImageTag $i v2*).Tag", ("i", paged.Address + "/shop/web")).Lines());
        Assert.Equal(tags, host.Invoke("(Find-ContainerImageTag $i).Tag | Sort-Object", ("i", strict.Address + "/shop/web")).Lines());
        Assert.Equal(2, strict.Pages.Count);
        if (login)
        {
            host.Invoke("$null = Disconnect-DockerRegistry $r", ("r", paged.Address)).AssertSucceeded();
            host.Invoke("Find-ContainerImageTag $i", ("i", paged.Address + "/shop/web")).AssertError("AccessDenied");
        }
    }

    [Fact]
    public async Task Pages_are_followed_with_a_token_of_the_service_that_the_registry_names()
    {
        var host = Session();
        await using var registry = new ScriptedRegistry((self, target, authorization) => target switch
        {
            _ when target.StartsWith("GET /token?service=tests&scope=repository%3Ashop%2Fweb%3Apull", StringComparison.Ordinal) =>
                ScriptedRegistry.Answer(authorization == "Basic " + Coded ? 200 : 401, """{"token":"t0ken"}"""),
            _ when authorization != "Bearer t0ken" => ScriptedRegistry.Answer(
                401, "{}", "WWW-Authenticate: Basic realm=\"x\"", $"WWW-Authenticate: Bearer realm=\"http://{self.Address}/token\",service=\"tests\",scope=\"repository:shop/web:pull\""),
            "GET /v2/shop/web/tags/list?n=1000" => ScriptedRegistry.Answer(200, """{"name":"shop/web","tags":["a","b"]}""", "Link: </v2/shop/web/tags/list?last=b&n=1000>; rel=\"next\""),
            "GET /v2/shop/web/tags/list?last=b&n=1000" => ScriptedRegistry.Answer(
                200, """{"name":"shop/web","tags":["c"]}""", $"Link: <http://{self.Address}/v2/shop/web/tags/list?last=c&n=1000>; rel=next"),
            _ => ScriptedRegistry.Answer(200, """{"name":"shop/web","tags":null}"""),
        });
        await File.WriteAllTextAsync(ConfigFile, $$$$"""{"auths":{"http://{{{{registry.Address}}}}/v1/":{"auth":"{{{{Coded}}}}"}}}""");

        var outcome = host.Invoke("Find-ContainerImageTag $i -Verbose", ("i", registry.Address + "/shop/web")).AssertSucceeded();

        Assert.Equal(["a", "b", "c"], outcome.All().Select(tag => (string)tag.Tag));
        AssertSecretUnseen(outcome);
        Assert.All(registry.Requests, request => Assert.Equal(
            request.Target.Contains("/token", StringComparison.Ordinal), request.Authorization.Contains(Coded, StringComparison.Ordinal)));

        await File.WriteAllTextAsync(ConfigFile, "{}");
        host.Invoke("Find-ContainerImageTag $i", ("i", registry.Address + "/shop/web")).AssertError("AccessDenied");
    }

    [Fact]
    public async Task Identity_token_is_exchanged_at_the_service()
    {
        var host = Session();
        await using var registry = new ScriptedRegistry((self, target, authorization) => target switch
        {
            "POST /token" => ScriptedRegistry.Answer(200, """{"access_token":"t0ken"}"""),
            _ when authorization != "Bearer t0ken" => ScriptedRegistry.Answer(401, "{}", $"WWW-Authenticate: Bearer realm=\"http://{self.Address}/token\",service=\"tests\""),
            _ => ScriptedRegistry.Answer(200, """{"tags":["a"]}"""),
        });
        await File.WriteAllTextAsync(ConfigFile, $$$$"""{"auths":{"{{{{registry.Address}}}}":{"auth":"","identitytoken":"ident1ty"}}}""");

        Assert.Equal(["a"], host.Invoke("(Find-ContainerImageTag $i).Tag", ("i", registry.Address + "/web")).Lines());
        Assert.Equal(
            "grant_type=refresh_token&service=tests&client_id=DockerPS&scope=repository%3Aweb%3Apull&refresh_token=ident1ty",
            registry.Requests.Single(request => request.Target == "POST /token").Body);
        Assert.Empty(host.Invoke("(Get-DockerRegistry).UserName | Where-Object { $_ }").Lines());
    }

    [Theory]
    [InlineData("Link: <http://{0}/v2/web/tags/list?n=9>; rel=\"next\"", 200, "InvalidAnswer")]
    [InlineData("Location: http://{0}/v2/web/tags/list", 307, "InvalidAnswer")]
    [InlineData("Link: </v2/web/tags/list?n=1000>; rel=\"next\"", 200, "InvalidAnswer")]
    public async Task Login_goes_to_no_other_server_and_circles_end(string field, int status, string id)
    {
        var host = Session();
        await using var other = new ScriptedRegistry((_, _, _) => ScriptedRegistry.Answer(200, """{"tags":["stolen"]}"""));
        await using var registry = new ScriptedRegistry((_, _, authorization) => authorization.Length == 0
            ? ScriptedRegistry.Answer(401, "{}", "WWW-Authenticate: Basic realm=\"x\"")
            : ScriptedRegistry.Answer(status, """{"tags":["a"]}""", string.Format(CultureInfo.InvariantCulture, field, other.Address)));
        host.Invoke("Set-Variable c $c", ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        await File.WriteAllTextAsync(ConfigFile, $$$$"""{"auths":{"{{{{registry.Address}}}}":{"auth":"{{{{Coded}}}}"}}}""");

        var outcome = host.Invoke("Find-ContainerImageTag $i", ("i", registry.Address + "/web"));

        outcome.AssertError(id);
        AssertSecretUnseen(outcome);
        Assert.Empty(other.Requests);
    }

    [Theory, EveryEngine, PodmanDiffers("registries without TLS")]
    public async Task Search_gives_what_the_registry_finds(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        Assert.NotNull(engine);
        await using var registry = new ScriptedRegistry((_, target, _) => target.StartsWith("GET /v1/search", StringComparison.Ordinal)
            ? ScriptedRegistry.Answer(200, """{"num_results":2,"query":"web","results":[{"name":"shop/web","description":"The shop's","star_count":7,"is_official":true,"is_automated":false},{"name":"old/web","description":"","star_count":1,"is_official":false}]}""")
            : ScriptedRegistry.Answer(200, "true"));

        var found = host.Invoke("Find-ContainerImage $t", ("t", registry.Address + "/web")).AssertSucceeded().All();

        Assert.Equal([(registry.Address + "/shop/web", "The shop's", 7, true), (registry.Address + "/old/web", "", 1, false)], found.Select(item => ((string)item.Name, (string)item.Description, (int)item.Stars, (bool)item.IsOfficial)));
        Assert.Equal(["7"], host.Invoke("(Find-ContainerImage $t -Official).Stars", ("t", registry.Address + "/web")).Lines());
        Assert.Equal(["7"], host.Invoke("(Find-ContainerImage $t -MinimumStars 5 -Limit 10).Stars", ("t", registry.Address + "/web")).Lines());
        host.Invoke("Find-ContainerImage $t", ("t", $"127.0.0.1:{TestRegistry.FreePort()}/web")).AssertError("RegistryUnreachable");
    }
}
