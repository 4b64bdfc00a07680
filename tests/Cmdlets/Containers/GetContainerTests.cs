using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class GetContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Running_ones_are_listed_and_with_All_every_one_newest_first(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var created = await CreateAsync(engine);
        await NextSecondAsync(engine);
        var ended = await RunToEndAsync(engine, "true");
        await NextSecondAsync(engine);
        var running = await RunAsync(engine);

        Assert.Equal([running], Mine(host.Invoke("Get-Container")));
        Assert.Equal([running, ended, created], Mine(host.Invoke("Get-Container -All")));
        Assert.Equal([running, ended, created], Mine(host.Invoke("Get-Container -a")));

        IEnumerable<string> Mine(Outcome outcome) =>
            outcome.AssertSucceeded().All().Select(container => (string)container.Name).Where(name => name.StartsWith(Names.Prefix, StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Name_id_beginning_of_an_id_and_object_find_one_that_does_not_run(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "true");
        await RunAsync(engine);
        var id = (await InspectAsync(engine, name)).GetProperty("Id").GetString()!;

        foreach (var script in (string[])
        [
            "Get-Container $n", "Get-Container -Container $n", "Get-Container -Name $n", "Get-Container -Id $i", "Get-Container $i.Substring(0, 12)",
            "$n | Get-Container", "[pscustomobject]@{ Name = $n } | Get-Container", "[pscustomobject]@{ ContainerId = $i } | Get-Container",
        ])
        {
            var found = host.Invoke(script, ("n", name), ("i", id)).One();
            Assert.Equal((name, id), ((string)found.Name, (string)found.ContainerId));
        }
    }

    [Theory, EveryEngine]
    public async Task Wildcards_match_names_in_any_case_and_silently_match_nothing(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var first = await CreateAsync(engine);
        await NextSecondAsync(engine);
        var second = await CreateAsync(engine);

        Assert.Equal([second, first], host.Invoke("Get-Container $p", ("p", Names.Prefix + "-*")).Lines());
        Assert.Equal([first], host.Invoke("Get-Container $p", ("p", Names.Prefix.ToUpperInvariant() + "-X[1]")).Lines());
        Assert.Empty(host.Invoke("Get-Container $p", ("p", Names.Prefix + "-nothing*")).Lines());
    }

    [Theory, EveryEngine]
    public async Task Unmatched_name_is_an_error_of_its_own_and_the_others_come(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var first = await CreateAsync(engine);
        var second = await CreateAsync(engine);
        var missing = Names.Next("missing");

        var outcome = host.Invoke("Get-Container $a, $m, $b", ("a", first), ("m", missing), ("b", second));

        var error = outcome.AssertError("ContainerNotFound");
        Assert.Equal([first, second], outcome.Texts());
        Assert.Equal(missing, error.TargetObject);
        Assert.Equal("ObjectNotFound", error.CategoryInfo.Category.ToString());
        Assert.Contains(missing, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-Container -All", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        // Names without wildcards count as they are written.
        host.Invoke("Get-Container $a", ("a", first.ToUpperInvariant())).AssertError("ContainerNotFound");
    }

    [Theory, EveryEngine]
    public async Task Ambiguous_beginning_of_an_id_is_said_to_be_so(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var firsts = new HashSet<char>();
        char shared;
        do
        {
            shared = (await InspectAsync(engine, await CreateAsync(engine))).GetProperty("Id").GetString()![0];
        }
        while (firsts.Add(shared));

        var error = host.Invoke("Get-Container $p", ("p", shared.ToString())).AssertError("AmbiguousId");
        Assert.Equal("InvalidArgument", error.CategoryInfo.Category.ToString());
        Assert.Contains("more characters", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Last_gives_the_last_created(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await DockerAsync(engine, "create", "--label", Names.Prefix, "--name", Names.Next("last"), TestImage.Reference);
        }

        Assert.Equal([$"{Names.Prefix}-last3", $"{Names.Prefix}-last2"], host.Invoke("Get-Container -Last 2 -Label $l", ("l", Names.Prefix)).Lines());
        Assert.Equal("ParameterArgumentValidationError", host.Invoke("Get-Container -Last 0").ErrorIds.Single());
    }

    [Theory, EveryEngine]
    public async Task Size_is_measured_where_it_is_asked_for(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunToEndAsync(engine, "dd", "if=/dev/zero", "of=/file", "bs=1000", "count=500");

        var measured = host.Invoke("Get-Container $n -Size", ("n", name)).One();
        Assert.InRange((long)measured.SizeRw, 500_000, 600_000);
        Assert.InRange((long)measured.SizeRootFs, 1_500_000, 10_000_000);
        var plain = host.Invoke("Get-Container $n", ("n", name)).One();
        Assert.Null(plain.SizeRw);
        Assert.Null(plain.SizeRootFs);
    }

    [Theory, EveryEngine]
    public async Task Values_are_typed_and_the_engines_own(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var network = Names.Next("net");
        var volume = Names.Next("vol");
        await DockerAsync(engine, "network", "create", network);
        var port = TestRegistry.FreePort();
        var name = await RunWithAsync(
            engine,
            ["--network", network, "-v", volume + ":/data:ro", "-p", $"127.0.0.1:{port}:80", "--expose", "53/udp", "-l", "app=web shop", "-l", "bare"],
            "sh", "-c", "sleep 600");

        var container = host.Invoke("Get-Container $n", ("n", name)).One();

        var told = await InspectAsync(engine, name);
        Assert.Equal("DockerPS.Container", container.GetType().FullName);
        Assert.Equal(told.GetProperty("Id").GetString(), container.ContainerId);
        Assert.Equal([name], (string[])container.Names);
        Assert.Equal((TestImage.Reference, told.GetProperty("Image").GetString()), ((string)container.Image, (string)container.ImageId));
        // Podman quotes no words, and lists no ports that are exposed only.
        var podman = version == EngineVersion.Podman.Name;
        Assert.Equal(podman ? "sh -c sleep 600" : "sh -c 'sleep 600'", container.Command);
        Assert.Equal(DateTimeKind.Local, ((DateTime)container.Created).Kind);
        Assert.Equal(told.GetProperty("Created").GetDateTime(), ((DateTime)container.Created).ToUniversalTime(), TimeSpan.FromSeconds(1));
        Assert.True(container.State.GetType().IsEnum);
        Assert.Equal(("Running", "running", "None"), ((string)container.State.ToString(), (string)container.StateText, (string)container.Health.ToString()));
        Assert.StartsWith("Up ", (string)container.Status, StringComparison.Ordinal);
        Assert.Null(container.ExitCode);
        var labels = (IReadOnlyDictionary<string, string>)container.Labels;
        Assert.Equal(("web shop", ""), (labels["app"], labels["bare"]));
        Assert.Equal([.. podman ? Array.Empty<string>() : ["53/udp"], $"127.0.0.1:{port}->80/tcp"], ((IEnumerable<object>)container.Ports).Select(item => item.ToString()));
        var published = container.Ports[podman ? 0 : 1];
        Assert.Equal((port, 80, "127.0.0.1", "tcp"), ((int)published.HostPort, (int)published.Port, (string)published.HostIp, (string)published.Protocol));
        Assert.True(podman || container.Ports[0].HostPort is null);
        var mount = container.Mounts[0];
        Assert.Equal((volume, "/data", "volume", false), ((string)mount.Name, (string)mount.Destination, (string)mount.Type, (bool)mount.Writable));
        var place = container.Networks[0];
        var toldPlace = told.GetProperty("NetworkSettings").GetProperty("Networks").GetProperty(network);
        Assert.Equal(
            (network, toldPlace.GetProperty("IPAddress").GetString(), toldPlace.GetProperty("Gateway").GetString()),
            ((string)place.Network, (string)place.IPAddress, (string)place.Gateway));
        Assert.Equal((engine.Host, name), ((string)container.Engine, (string)container.ToString()));
    }

    [Theory, EveryEngine]
    public async Task Object_that_is_piped_back_in_is_read_anew_and_stays_as_it_was(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var name = await RunAsync(engine);

        host.Invoke("$c = Get-Container $n", ("n", name)).AssertSucceeded();
        await DockerAsync(engine, "kill", name);
        await DockerAsync(engine, "wait", name);

        Assert.Equal(["Running", "Exited", "137"], host.Invoke("$now = $c | Get-Container; $c.State; $now.State; $now.ExitCode").Lines());
        await DockerAsync(engine, "rm", name);
        Assert.Equal(name, host.Invoke("$c | Get-Container").AssertError("ContainerNotFound").TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Tables_are_whole_on_consoles_of_80_and_120_columns(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var label = Names.Prefix;
        var port = TestRegistry.FreePort();
        // Names that people give are short; the test's own are not.
        var name = "t-" + label[^6..];
        await DockerAsync(engine, "run", "-d", "--name", name, "-l", label, "-p", $"{port}:80", TestImage.Reference, "httpd", "-f");
        try
        {
            foreach (var width in (int[])[80, 120])
            {
                host.Width = width;
                var lines = host.Render("Get-Container -Label $l", ("l", label)).Where(line => line.Length > 0).ToList();
                Assert.Equal(3, lines.Count);
                Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
                Assert.Matches("^Name +Image +Status +Ports" + (width == 120 ? " +ContainerId +Created +Command$" : "$"), lines[0]);
                Assert.Matches($"^{name} +{TestImage.Reference} +Up (Less than a|[0-9]+) seconds? ", lines[2]);
            }

            // Podman leaves the address out where all are meant.
            var address = version == EngineVersion.Podman.Name ? "" : "127.0.0.1:";
            Assert.Matches($" {address}{port}->80 .+ httpd -f$", host.Render("Get-Container -Label $l", ("l", label)).Last(line => line.Length > 0));
            Assert.Contains($"Ports       : {address}{port}->80", host.Render("Get-Container -Label $l | Format-List", ("l", label)));
        }
        finally
        {
            await DockerAsync(engine, "rm", "-f", name);
        }
    }

    [Fact]
    public async Task Several_engines_answer_together_and_one_that_is_missing_is_one_error()
    {
        // No default engine: it would name another engine than the one that an object comes from.
        var host = Session();
        var (old, _) = await PrepareAsync("20.10");
        var (young, _) = await PrepareAsync(SharedEngines.Versions[^1].Name);
        await DockerAsync(old, "create", "--name", Names.Next("old"), "-l", Names.Prefix, TestImage.Reference);
        await DockerAsync(young, "create", "--name", Names.Next("young"), "-l", Names.Prefix, TestImage.Reference);

        var outcome = host.Invoke("Get-Container -All -Label $l -Engine $e", ("l", Names.Prefix), ("e", new[] { old.Host, "unix:///nowhere/at.sock", young.Host }));

        Assert.Equal("unix:///nowhere/at.sock", outcome.AssertError("EngineUnreachable").TargetObject);
        Assert.Equal(
            new[] { (Names.Prefix + "-old1", old.Host), (Names.Prefix + "-young2", young.Host) }.Distinct().Order(),
            outcome.All().Select(item => ((string)item.Name, (string)item.Engine)).Order());
        Assert.Equal([young.Host], host.Invoke("(Get-Container $n -Engine $e | Get-Container).Engine", ("n", Names.Prefix + "-young2"), ("e", young.Host)).Lines());
        var mismatch = host.Invoke("Get-Container $n -Engine $a | Get-Container -Engine $b", ("n", Names.Prefix + "-young2"), ("a", young.Host), ("b", old.Host));
        Assert.Contains(old.Host, mismatch.AssertError("EngineMismatch").Exception.Message, StringComparison.Ordinal);
    }
}
