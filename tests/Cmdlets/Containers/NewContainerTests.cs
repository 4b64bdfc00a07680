using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed partial class NewContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    // The docker command attaches to what it creates, and a host name is made of the id.
    private static readonly string[] TheCommandsOwn = ["AttachStdout", "AttachStderr", "AttachStdin", "StdinOnce", "Hostname", "ConsoleSize"];

    [Theory]
    [EveryEngine("plain", "", "sleep 600")]
    [EveryEngine("plain2", "--", "sleep 600")]
    [EveryEngine("-Publish 8080:80", "-p 8080:80", "")]
    [EveryEngine("-Publish '127.0.0.1:8080:80', '7000-7002:8000-8002'", "-p 127.0.0.1:8080:80 -p 7000-7002:8000-8002", "")]
    [EveryEngine("-Publish '53/udp', '9000-9010:90'", "-p 53/udp -p 9000-9010:90", "", PodmanDiffers = "`-Publish 9000-9010:80`")]
    [EveryEngine("-p @{ 8080 = 80 }", "-p 8080:80", "")]
    [EveryEngine("-Env A=1, 'B=2=3', 'EMPTY='", "-e A=1 -e B=2=3 -e EMPTY=", "")]
    [EveryEngine("-Env @{ A = 1 }", "-e A=1", "")]
    [EveryEngine("-Label a=b, bare -Restart on-failure:3", "-l a=b -l bare --restart on-failure:3", "")]
    [EveryEngine("-Label @{ a = 'b' } -Restart unless-stopped", "-l a=b --restart unless-stopped", "")]
    [EveryEngine("-Restart always -User 1000:1000 -Workdir /srv", "--restart always -u 1000:1000 -w /srv", "")]
    [EveryEngine("-Memory 64m -Cpus 1.5", "-m 64m --cpus 1.5", "")]
    [EveryEngine("-Memory 64MB -Cpus 0.25", "-m 67108864 --cpus 0.25", "")]
    [EveryEngine("-Entrypoint /bin/echo", "--entrypoint /bin/echo", "one two")]
    [EveryEngine("-Entrypoint ''", "--entrypoint=", "ls")]
    [EveryEngine("-Volume /tmp:/host:ro, /anonymous", "-v /tmp:/host:ro -v /anonymous", "")]
    [EveryEngine("-Tty -Interactive -Rm", "-t -i --rm", "")]
    [EveryEngine("-Network none", "--network none", "")]
    [EveryEngine("-Net host", "--network host", "")]
    public async Task Container_is_the_one_that_docker_create_makes(string version, string parameters, string options, string command)
    {
        var (engine, host) = await PrepareAsync(version);
        var (theirs, ours) = (Names.Next("theirs"), Names.Next("ours"));
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await DockerAsync(
            engine, ["create", "--name", theirs, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "--"), TestImage.Reference, .. words]);

        // Both ways to give a command: behind the image, and as an array.
        var script = parameters switch
        {
            "plain" => $"New-Container {TestImage.Reference} {command} -Name {ours}",
            "plain2" => $"New-Container -Name {ours} {TestImage.Reference} -- {command}",
            _ => $"New-Container -Name {ours} -Image {TestImage.Reference} {parameters}" + (words.Length > 0 ? $" -Command {string.Join(", ", words)}" : ""),
        };
        var made = host.Invoke(script).One();

        Assert.Equal((ours, "Created"), ((string)made.Name, (string)made.State.ToString()));
        var (expected, actual) = (await InspectAsync(engine, theirs), await InspectAsync(engine, ours));
        Assert.Equal(Settings(expected), Settings(actual));
    }

    [Theory, EveryEngine]
    public async Task Words_of_a_command_arrive_as_they_are(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        string[] words = ["two words", "\"quoted\"", "it's", "", "ünï→çødé 漢字 🐳", "$HOME `tick` \\back", "a,b", "-l", "*"];

        var made = host.Invoke("New-Container busybox:test -Name $n -Command $w", ("n", Names.Next()), ("w", words)).One();
        Assert.Equal(words, Texts((await InspectAsync(engine, (string)made.Name)).GetProperty("Config").GetProperty("Cmd")));

        made = host.Invoke("New-Container busybox:test -Name $n echo 'two words' '' 1.10 0123 a,b -- -l ünï", ("n", Names.Next())).One();
        Assert.Equal(["echo", "two words", "", "1.10", "0123", "a,b", "-l", "ünï"], Texts((await InspectAsync(engine, (string)made.Name)).GetProperty("Config").GetProperty("Cmd")));

        made = host.Invoke("New-Container busybox:test -Name $n -Command sleep 0.5 1e3 a,b", ("n", Names.Next())).One();
        Assert.Equal(["sleep", "0.5", "1e3", "a,b"], Texts((await InspectAsync(engine, (string)made.Name)).GetProperty("Config").GetProperty("Cmd")));
        // In a list the text is lost, and 0.50 would become 0.5.
        Assert.Contains("quote it", host.Invoke("New-Container busybox:test -Command sleep, 0.50").AllErrors.Single().Exception.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Environment_comes_from_the_session_from_files_and_from_what_is_said(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var folder = Directory.CreateTempSubdirectory("dockerps-env-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "one.env"), "# a comment\nA=file\nB=from file \"quoted\"\n\nDOCKERPS_TEST_VALUE\nDOCKERPS_TEST_NONE\n");
            var script = $$"""
                Set-Location $folder
                $env:DOCKERPS_TEST_VALUE = 'sitzung'
                New-Container busybox:test -Name {{Names.Next()}} -EnvFile one.env -Env A=said, DOCKERPS_TEST_VALUE, DOCKERPS_TEST_NONE, 'Ü=ß'
                $env:DOCKERPS_TEST_VALUE = $null
                New-Container busybox:test -Name {{Names.Next()}} -EnvFile missing.env
                """;

            var outcome = host.Invoke(script, ("folder", folder.FullName));

            outcome.AssertError("PathNotFound");
            var env = Texts((await InspectAsync(engine, (string)outcome.All().Single().Name)).GetProperty("Config").GetProperty("Env"));
            Assert.Contains("A=said", env);
            Assert.Contains("B=from file \"quoted\"", env);
            Assert.Contains("DOCKERPS_TEST_VALUE=sitzung", env);
            Assert.Contains("Ü=ß", env);
            Assert.DoesNotContain("A=file", env.AsEnumerable().Reverse().TakeWhile(text => text != "A=said"));
            // As docker says it to the engine: a name without a value takes away what the image has. Podman does not say that it has.
            Assert.Equal(version == "podman" ? [] : ["DOCKERPS_TEST_NONE"], env.Where(text => text.StartsWith("DOCKERPS_TEST_NONE", StringComparison.Ordinal)));

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bad.env"), "A=1\n=2\n");
            var wrong = host.Invoke("New-Container busybox:test -EnvFile bad.env").AllErrors.Single();
            Assert.Contains("bad.env", wrong.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("2", wrong.Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, EveryEngine]
    public async Task Relative_folder_begins_at_PowerShells_location_and_volumes_keep_their_names(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var volume = Names.Next("vol");
        var folder = Directory.CreateTempSubdirectory("dockerps-bind-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "site"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "site", "index.html"), "mounted");

            var made = host.Invoke(
                "Set-Location $folder; Start-Container -Image busybox:test -Name $n -Volume ./site:/www:ro, \"${v}:/data\" -Command sh, -c, 'cat /www/index.html; touch /data/x; touch /www/x'",
                ("folder", folder.FullName), ("n", Names.Next()), ("v", volume)).One();

            await DockerAsync(engine, "wait", (string)made.Name);
            Assert.Equal("mounted", await DockerAsync(engine, "logs", (string)made.Name));
            var mounts = (await InspectAsync(engine, (string)made.Name)).GetProperty("Mounts").EnumerateArray()
                .Select(mount => (mount.GetProperty("Type").GetString(), mount.GetProperty("Destination").GetString(), mount.GetProperty("RW").GetBoolean()));
            Assert.Equal([("bind", "/www", false), ("volume", "/data", true)], mounts.Order());
            Assert.False(File.Exists(Path.Combine(folder.FullName, "site", "x")));

            made = host.Invoke("New-Container busybox:test -Name $n -Volume @{ site = '/www' }, @{ $v = '/data' }", ("n", Names.Next()), ("v", volume)).One();
            Assert.Equal([("volume", "/data"), ("volume", "/www")], ((IEnumerable<dynamic>)made.Mounts).Select(mount => ((string)mount.Type, (string)mount.Destination)).Order());
            await DockerAsync(engine, "rm", (string)made.Name);
            await DockerAsync(engine, "volume", "rm", "site");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, EveryEngine]
    public async Task Two_networks_with_aliases_reach_and_name_each_other(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (front, back) = (Names.Next("front"), Names.Next("back"));
        await DockerAsync(engine, "network", "create", front);
        await DockerAsync(engine, "network", "create", back);

        var made = host.Invoke(
            "Start-Container -Image busybox:test -Name $n -Network \"name=$f,alias=web,alias=www\", @{ Name = $b; Alias = 'db' } sleep 600",
            ("n", Names.Next()), ("f", front), ("b", back)).One();

        Assert.Equal(new[] { front, back }.Order(StringComparer.Ordinal), ((IEnumerable<dynamic>)made.Networks).Select(place => (string)place.Network).Order(StringComparer.Ordinal));
        Assert.NotEqual("0", await DockerAsync(engine, "run", "--rm", "--network", front, TestImage.Reference, "sh", "-c", "nslookup web | grep -c Address"));
        var networks = (await InspectAsync(engine, (string)made.Name)).GetProperty("NetworkSettings").GetProperty("Networks");
        Assert.Equal(["web", "www"], Texts(networks.GetProperty(front).GetProperty("Aliases")).Take(2));
        Assert.Contains("db", Texts(networks.GetProperty(back).GetProperty("Aliases")));

        var failed = host.Invoke("Start-Container -Image busybox:test -Name $n -Network $f, nowhere-at-all", ("n", Names.Next("lost")), ("f", front)).AssertError("NetworkNotFound");
        Assert.Contains("nowhere-at-all", failed.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await EngineSweep.FindAsync(engine, Names.Prefix)).Select(thing => thing.Name), name => name.Contains("-lost", StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Names_from_the_pipeline_make_a_container_each_in_their_order(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var taken = await CreateAsync(engine);
        string[] names = [Names.Next("c"), Names.Next("a"), taken, Names.Next("b")];

        var outcome = host.Invoke("$names | New-Container busybox:test true", ("names", names));

        Assert.Equal(names.Where(name => name != taken), outcome.Texts());
        var error = outcome.AssertError("NameConflict");
        Assert.Equal((taken, "ResourceExists"), (error.TargetObject, error.CategoryInfo.Category.ToString()));
        Assert.Contains(taken, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Name", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Publish 8080:80:x", "'x'")]
    [InlineData("-Publish 80000:80", "80000")]
    [InlineData("-Publish 80/ftp", "'ftp'")]
    [InlineData("-Publish 8000-8001:80-85", "8000-8001")]
    [InlineData("-Memory 5q", "5q")]
    [InlineData("-Memory lots", "'lots'")]
    [InlineData("-Cpus -1", "-1")]
    [InlineData("-Restart sometimes", "'sometimes'")]
    [InlineData("-Name 'a b'", "'a b'")]
    [InlineData("-Volume a:b:c:d:e", "a:b:c:d:e")]
    [InlineData("-Env '=x'", "=x")]
    [InlineData("-Network 'name=a,nickname=b'", "'nickname'")]
    public async Task Malformed_value_fails_at_binding_and_names_its_wrong_part(string parameters, string part)
    {
        var (engine, host) = await PrepareAsync("20.10");

        var error = host.Invoke($"New-Container busybox:test -Label {Names.Prefix} {parameters}").AllErrors.Single();

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Contains(part, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(parameters.Split(' ')[0][1..], error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("", await DockerAsync(engine, "ps", "-aq", "--filter", "label=" + Names.Prefix));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    // What was asked for, line by line, so that a difference is seen at once. The engine's own additions are the same for both.
    private static List<string> Settings(JsonElement inspected)
    {
        var networks = inspected.GetProperty("NetworkSettings").GetProperty("Networks").EnumerateObject().Select(network => "network " + network.Name);
        return [.. Members("Config"), .. Members("HostConfig"), .. networks, .. Mounts()];

        IEnumerable<string> Members(string name) => inspected.GetProperty(name).EnumerateObject()
            .Where(member => !TheCommandsOwn.Contains(member.Name))
            .Select(member => $"{name}.{member.Name} = {(member is { Name: "Env", Value.ValueKind: JsonValueKind.Array } ? Sorted(member.Value) : Plain(member.Value))}");

        // The name of a volume without one is made up.
        IEnumerable<string> Mounts() => inspected.GetProperty("Mounts").EnumerateArray()
            .Select(mount => $"mount {mount.GetProperty("Type")} {mount.GetProperty("Destination")} {mount.GetProperty("RW")}").Order(StringComparer.Ordinal);
    }

    // 20.10 keeps the environment in no order.
    private static string Sorted(JsonElement list) => string.Join(' ', Texts(list).Order(StringComparer.Ordinal));

    // No list, an empty one and an empty table mean the same to the engine.
    private static string Plain(JsonElement value) => value.ToString() is "" or "[]" or "{}" or "null" ? "-" : MadeUp().Replace(value.ToString(), "ID");

    // Podman says the names that it made up for volumes.
    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MadeUp();
}
