using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Images;

public sealed class RemoveContainerImageTests(SharedEngines engines) : ImageTests(engines)
{
    [Theory, EveryEngine]
    public async Task Name_goes_first_and_the_image_with_its_last_name(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        var id = await MakeAsync(engine, repository + ":1", bytes: 100_000);
        await DockerAsync(engine, "tag", repository + ":1", repository + ":2");

        var foreseen = host.Invoke("$r = Get-ContainerImage $n | Sort-Object Tag; $r | Remove-ContainerImage -WhatIf", ("n", repository)).AssertSucceeded();
        Assert.Empty(foreseen.Output);
        Assert.Contains($"{repository}:1 (untags {repository}:1; frees nothing", foreseen.HostLines[0], StringComparison.Ordinal);
        // Podman counts the layer's archive, and has a digest of every image.
        Assert.Matches($"{repository}:2 \\(untags {repository}:2{(version == "podman" ? $", {repository}@sha256:[0-9a-f]+" : "")}; deletes {id.Split(':')[1][..12]}; frees {(version == "podman" ? "10[0-9.]*" : "100")}kB\\)", foreseen.HostLines[1]);
        Assert.Equal(2, host.Invoke("Get-ContainerImage $n", ("n", repository)).Lines().Count);

        var first = host.Invoke("Remove-ContainerImage ${n}:1", ("n", repository)).AssertSucceeded();
        Assert.Equal([$"Untagged: {repository}:1"], first.Texts());

        var second = host.Invoke("Get-ContainerImage $n | Remove-ContainerImage", ("n", repository)).AssertSucceeded().All();
        Assert.Equal($"Untagged {repository}:2", $"{second[0].Action} {second[0].Name}");
        Assert.Equal([$"Deleted {id}"], second.Where(item => item.Name == id).Select(item => $"{item.Action} {item.Name}"));
        Assert.All(second, item => Assert.Equal((repository + ":2", engine.Host), ((string)item.Image, (string)item.Engine)));
        Assert.Equal("ImageNotFound", host.Invoke("Remove-ContainerImage ${n}:2", ("n", repository)).ErrorIds.Single());
    }

    [Theory, EveryEngine, PodmanDiffers("bytes of `Remove-ContainerImage -WhatIf`")]
    public async Task Bytes_foreseen_are_those_that_the_engine_frees(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        await MakeAsync(engine, repository + ":base", bytes: 3_000_000);
        await MakeAsync(engine, repository + ":a", bytes: 2_000_000, from: repository + ":base");
        await MakeAsync(engine, repository + ":b", bytes: 1_000_000, from: repository + ":base");

        // Each alone leaves the shared layer; together with its base, and in this order, all goes.
        var lines = host.Invoke("$n | Remove-ContainerImage -WhatIf", ("n", new[] { repository + ":a", repository + ":b", repository + ":base" })).AssertSucceeded().HostLines;
        Assert.Equal(["2MB", "1MB", "3MB"], lines.Select(line => Regex.Match(line, @"frees (?<bytes>[^)]*)\)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["bytes"].Value));
        Assert.Contains("will be refused", host.Invoke("Remove-ContainerImage (Get-ContainerImage ${n}:base).ImageId -WhatIf", ("n", repository)).HostLines.Single(), StringComparison.Ordinal);

        Assert.Equal(3, host.Invoke("Remove-ContainerImage $p | Where-Object Action -eq Untagged", ("p", repository + "*")).AssertSucceeded().Output.Count);
        Assert.Empty(host.Invoke("Get-ContainerImage $p", ("p", repository + "*")).Lines());
    }

    [Theory, EveryEngine, PodmanDiffers("`Remove-ContainerImage -Force`")]
    public async Task Image_in_use_is_kept_unless_forced(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        await MakeAsync(engine, image);
        var container = Names.Next();
        await DockerAsync(engine, "create", "--name", container, image);

        var used = host.Invoke("Get-ContainerImage $i", ("i", image)).One();
        Assert.Equal((true, container), ((bool)used.InUse, ((string[])used.Containers).Single()));
        Assert.Contains("will be refused: " + container, host.Invoke("Remove-ContainerImage $i -WhatIf", ("i", image)).HostLines.Single(), StringComparison.Ordinal);
        Assert.Equal(image, host.Invoke("Remove-ContainerImage $i", ("i", image)).AssertError("StateConflict").TargetObject);

        Assert.Contains($"Untagged: {image}", host.Invoke("Remove-ContainerImage $i -Force", ("i", image)).Lines());
        await DockerAsync(engine, "rm", container);
    }

    [Theory, EveryEngine]
    public async Task Object_whose_name_has_moved_on_is_not_removed(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var image = Names.Next("img") + ":1";
        var first = await MakeAsync(engine, image);
        host.Invoke("$old = Get-ContainerImage $i", ("i", image)).AssertSucceeded();
        var second = await MakeAsync(engine, image);

        var error = host.Invoke("$old | Remove-ContainerImage").AssertError("StateConflict");

        Assert.Contains("another image by now", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(second, host.Invoke("(Get-ContainerImage $i).ImageId", ("i", image)).Lines().Single());

        // By its id the one without a name still goes.
        Assert.Contains("Deleted: " + first, host.Invoke("Get-ContainerImage -Dangling | Where-Object ImageId -eq $first | Remove-ContainerImage", ("first", first)).Lines());
    }

    [Theory, EveryEngine]
    public async Task Old_and_unused_ones_are_chosen_for_removal(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var repository = Names.Next("img");
        for (var i = 1; i <= 4; i++)
        {
            await MakeAsync(engine, string.Create(CultureInfo.InvariantCulture, $"{repository}:{i}"));

            // Seconds are all that an engine keeps of it.
            await Task.Delay(1100);
        }

        await DockerAsync(engine, "tag", repository + ":4", repository + ":latest");
        var container = Names.Next();
        await DockerAsync(engine, "create", "--name", container, repository + ":1");

        Assert.Equal(["1", "2"], Tags("-KeepLast 2"));
        Assert.Equal(["1", "2", "3", "4", "latest"], Tags("-KeepLast 0"));
        Assert.Equal(["2"], Tags("-KeepLast 2 -Unused"));
        Assert.Equal(["1"], Tags("-Unused:$false"));
        Assert.Empty(Tags("-OlderThan 1h"));
        Assert.Equal(["1", "2"], Tags("-OlderThan (Get-ContainerImage ${r}:3).Created"));
        Assert.Equal(["3", "4", "latest"], Tags("-Since ${r}:2"));
        Assert.Equal(["1"], Tags("-Before ${r}:2 -Label own=mine"));
        Assert.Equal(["4", "latest"], host.Invoke("(Get-ContainerImage -Reference \"${r}:[4l]*\").Tag | Sort-Object", ("r", repository)).Lines());
        Assert.Equal(["4", "latest"], host.Invoke("(Get-ContainerImage (Get-ContainerImage ${r}:4).ImageId).Tag | Sort-Object", ("r", repository)).Lines());
        Assert.Equal(["4"], host.Invoke("(Get-ContainerImage ${r}:4 | Get-ContainerImage).Tag", ("r", repository)).Lines());

        var outcome = host.Invoke("Get-ContainerImage $r -KeepLast 2 -Unused | Remove-ContainerImage", ("r", repository)).AssertSucceeded();
        Assert.Equal($"Untagged: {repository}:2", outcome.Texts()[0]);
        Assert.Equal(["1", "3", "4", "latest"], Tags(""));
        await DockerAsync(engine, "rm", container);

        System.Collections.Generic.IReadOnlyList<string> Tags(string parameters) =>
            host.Invoke($"(Get-ContainerImage $r {parameters}).Tag | Sort-Object", ("r", repository)).Lines();
    }
}
