using System;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Registries;

public sealed class PublishContainerImageTests(SharedEngines engines) : RegistryTests(engines)
{
    [Theory]
    [EveryEngine(false)]
    [EveryEngine(true)]
    [PodmanDiffers("digests of pushed images")]
    public async Task Pushed_image_comes_back_by_tag_and_by_digest_as_the_same(string version, bool login)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync(login);
        var image = await MakeForAsync(engine, registry, "shop/web");
        if (login)
        {
            host.Invoke("$c | Connect-DockerRegistry $r -NoStore", ("r", registry.Address), ("c", Credential(TestRegistry.Password))).AssertSucceeded();
        }

        Assert.Contains($"\"Push\" on target \"{image}\"", host.Invoke("Publish-ContainerImage $i -WhatIf", ("i", image)).HostLines.Single(), StringComparison.Ordinal);
        var outcome = host.Invoke("Get-ContainerImage $i | Publish-ContainerImage -Verbose", ("i", image)).AssertSucceeded();
        AssertSecretUnseen(outcome);
        var pushed = outcome.One();
        Assert.Equal(image, pushed.ToString());
        Assert.StartsWith("sha256:", (string)pushed.Digest, StringComparison.Ordinal);
        Assert.Equal(["Pushing " + image], outcome.Progress.Select(record => record.Activity).Distinct());
        Assert.Equal("Completed", outcome.Progress[^1].RecordType.ToString());

        host.Invoke("Remove-ContainerImage $i", ("i", image)).AssertSucceeded();
        AssertSecretUnseen(host.Invoke("Install-ContainerImage $i -WhatIf -Verbose -Debug", ("i", image)).AssertSucceeded());
        var installed = host.Invoke("Install-ContainerImage $i -Verbose -Debug", ("i", image));
        AssertSecretUnseen(installed);
        var pulled = installed.One();
        Assert.Equal(((string)pushed.ImageId, (string)pushed.Digest), ((string)pulled.ImageId, (string)pulled.Digest));

        host.Invoke("Remove-ContainerImage $i", ("i", image)).AssertSucceeded();
        var digest = $"{registry.Address}/shop/web@{pushed.Digest}";
        var byDigest = host.Invoke("Install-ContainerImage $d", ("d", digest)).One();
        Assert.Equal(((string)pushed.ImageId, (string)pushed.Digest), ((string)byDigest.ImageId, (string)byDigest.Digest));
        Assert.Equal((string)pushed.ImageId, host.Invoke("(Get-ContainerImage $d).ImageId", ("d", digest)).Lines().Single());
        Assert.Contains("Deleted: " + pushed.ImageId, host.Invoke("Remove-ContainerImage $d", ("d", digest)).Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("`-AllTags` of `Publish-ContainerImage`")]
    public async Task All_tags_go_and_come(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync();
        var repository = registry.Address + "/shop/web";
        await MakeForAsync(engine, registry, "shop/web", "1");
        await MakeForAsync(engine, registry, "shop/web", "2");
        string[] both = [repository + ":1", repository + ":2"];

        Assert.Equal(both, host.Invoke("Publish-ContainerImage $r -AllTags", ("r", repository)).AssertSucceeded().Texts().Order(StringComparer.Ordinal));
        host.Invoke("Get-ContainerImage $r | Remove-ContainerImage", ("r", repository)).AssertSucceeded();
        Assert.Equal(both, host.Invoke("Install-ContainerImage $r -AllTags", ("r", repository)).AssertSucceeded().Texts().Order(StringComparer.Ordinal));
        host.Invoke("Install-ContainerImage ${r}:1 -AllTags", ("r", repository)).AssertError("InvalidArgument");
        host.Invoke("Get-ContainerImage $r | Remove-ContainerImage", ("r", repository)).AssertSucceeded();

        // What the registry lists pipes into a pull.
        Assert.Equal(both[1..], host.Invoke("Find-ContainerImageTag $r 2 | Install-ContainerImage", ("r", repository)).AssertSucceeded().Texts());
        await DockerAsync(engine, "rmi", both[1]);
    }

    [Theory, EveryEngine]
    public async Task What_can_not_be_pushed_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        var id = await MakeAsync(engine, image);
        var far = $"127.0.0.1:{TestRegistry.FreePort()}/{image}";
        await DockerAsync(engine, "tag", image, far);
        try
        {
            Assert.Equal(far, host.Invoke("Publish-ContainerImage $i", ("i", far)).AssertError("PushFailed").TargetObject);
            host.Invoke("Publish-ContainerImage nowhere:1").AssertError("ImageNotFound");
            host.Invoke("Publish-ContainerImage $id", ("id", id.Split(':')[1][..12])).AssertError("InvalidArgument");
            host.Invoke("Install-ContainerImage $id", ("id", id)).AssertError("InvalidArgument");
        }
        finally
        {
            await DockerAsync(engine, "rmi", far);
        }
    }

    [Theory, EveryEngine]
    public async Task Push_that_breaks_off_is_an_error(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync();
        var image = await MakeForAsync(engine, registry, "shop/web");
        await using var proxy = FaultyProxy.Start(engine);
        proxy.Cut("/push", afterBytes: 250, times: 1);

        var outcome = host.Invoke("Publish-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host));

        Assert.Equal(image, outcome.AssertError("ConnectionLost").TargetObject);
        Assert.Empty(outcome.Output);

        proxy.Answer("/push", RawAnswer.Text("200 OK", "{\"status\":\"The push refers to repository [x]\"}\n{\"status\":\"Preparing\",\"progressDetail\":{},\"id\":\"a\"}\n{\"errorDetail\":{\"message\":\"denied: requested access to the resource is denied\"},\"error\":\"denied: requested access to the resource is denied\"}\n"), times: 1);
        host.Invoke("Publish-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host)).AssertError("AccessDenied");
        await DockerAsync(engine, "rmi", image);
    }

    [Theory, EveryEngine]
    public async Task Passing_faults_of_a_pull_are_tried_again_and_refusals_are_not(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var registry = await RegistryAsync();
        var image = await registry.PushAsync(engine, TestImage.Reference, "shop/web");
        await using var proxy = FaultyProxy.Start(engine);
        var passing = RawAnswer.Refusal(500, "Get \"https://registry.example/v2/\": net/http: TLS handshake timeout");
        var fault = proxy.Answer("/images/create", passing, times: 1);

        var outcome = host.Invoke("Install-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host)).AssertSucceeded();

        Assert.Equal(image, outcome.Texts().Single());
        Assert.Equal(1, fault.Hits);
        Assert.Contains("tried again", Assert.Single(outcome.Warnings), StringComparison.Ordinal);

        fault.Remove();
        fault = proxy.Answer("/images/create", passing);
        host.Invoke("Install-ContainerImage $i -Engine $e -Retry 0", ("i", image), ("e", proxy.Host)).AssertError("PullFailed");
        Assert.Equal(1, fault.Hits);

        fault.Remove();
        fault = proxy.Refuse("/images/create", 404, "manifest for registry.example/a:1 not found: manifest unknown: timeout is no part of this");
        host.Invoke("Install-ContainerImage $i -Engine $e", ("i", image), ("e", proxy.Host)).AssertError("ImageNotFound");
        Assert.Equal(1, fault.Hits);
        await DockerAsync(engine, "rmi", image);
    }
}
