using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Objects that went through CLIXML, as those of jobs, remoting and files have.</summary>
public sealed class SerializationTests(SharedEngines engines) : WaysTests(engines)
{
    private const string Deserialize = "$back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live));";
    private const string More = ""","ExposedPorts":{"80/tcp":{}},"HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"0"}]}}""";

    [Theory, EveryEngine]
    public async Task Container_keeps_its_values(string version)
    {
        var engine = await EngineAsync(version);
        var (name, id) = await ContainerAsync(engine, start: true, more: More);

        var outcome = Session(engine).Invoke($"$live = Get-Container $name; {Deserialize} $live; $back", ("name", name)).AssertSucceeded();

        var (live, back) = (outcome.Output[0], outcome.Output[1]);
        Assert.Equal("Deserialized.DockerPS.Container", back.TypeNames[0]);
        Assert.Equal((name, id, "busybox:test", engine.Host), (Text(back, "Name"), Text(back, "ContainerId"), Text(back, "Image"), Text(back, "Engine")));
        Assert.Equal("Running", Value(back, "State"));
        Assert.Equal("None", Value(back, "Health"));
        Assert.Equal(Value(live, "Created"), Assert.IsType<DateTime>(Value(back, "Created")));
        Assert.Equal(DateTimeKind.Local, ((DateTime)Value(back, "Created")!).Kind);
        Assert.Null(Value(back, "ExitCode"));

        var port = TextOf(Assert.Single(Items(Value(back, "Ports"))));
        Assert.Equal(TextOf(Assert.Single(Items(Value(live, "Ports")))), port);
        Assert.Matches(@"^127\.0\.0\.1:\d+->80/tcp$", port);

        var labels = Assert.IsAssignableFrom<IDictionary>(Value(back, "Labels"));
        Assert.Equal(Names.Prefix, labels["run"]?.ToString());
        var network = PSObject.AsPSObject(Assert.Single(Items(Value(back, "Networks"))));
        Assert.Equal("bridge", Text(network, "Network"));
    }

    [Theory, EveryEngine]
    public async Task Every_property_of_every_object_comes_back(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true, more: More);

        foreach (var command in (string[])["Get-Container $name", "Get-ContainerDetail $name", "Get-ContainerImage busybox:test", "Get-ContainerImageDetail busybox:test", "(Get-ContainerImageHistory busybox:test)[0]", "(Get-ContainerProcess $name)[0]", "(Get-ContainerLog $name)[0]", "Invoke-ContainerCommand $name -AsResult echo x", "Test-DockerEngine -Detailed"])
        {
            RoundTrip.AssertKept(Session(engine), command, ("name", name));
        }
    }

    [Theory, EveryEngine]
    public async Task Table_looks_the_same(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine, start: true, more: More);
        var host = Session(engine);

        foreach (var (command, variable) in new[] { ("Get-Container", name), ("Get-ContainerDetail", name), ("Get-ContainerImage", "busybox:test"), ("Get-ContainerLog -Tail 1", name) })
        {
            host.Invoke($"$live = {command} $what; {Deserialize}", ("what", variable)).AssertSucceeded();
            // Ages go on between the two.
            var (live, back) = (WithoutAges(host.Render("$live")), WithoutAges(host.Render("$back")));

            Assert.Equal(live, back);
            Assert.Contains(live, line => line.Contains(command.Contains("Log", StringComparison.Ordinal) ? "ready" : variable[..7], StringComparison.Ordinal));
        }

        host.Invoke($"$live = Get-Container $what; {Deserialize}", ("what", name)).AssertSucceeded();
        Assert.Equal(
            ["Name", "Image", "Status", "Ports", "ContainerId", "Created", "Command"],
            host.Render("$back").First(line => line.StartsWith("Name", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<string> WithoutAges(IEnumerable<string> lines) =>
        [.. lines.Select(line => Regex.Replace(line, @"\b((\d+|a|an|About an?|Less than a) (second|minute|hour)s?( ago)?|just now) *", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

    [Theory]
    [EveryEngine("Get-Container $name | ConvertTo-CliXml | ConvertFrom-CliXml")]
    [EveryEngine("Get-ContainerDetail $name | ConvertTo-CliXml | ConvertFrom-CliXml")]
    [EveryEngine("Get-Container $name | Select-Object Name, ContainerId | ConvertTo-CliXml | ConvertFrom-CliXml")]
    [EveryEngine("Get-Container $name | ConvertTo-CliXml | ConvertFrom-CliXml | Select-Object Name, ContainerId, Engine")]
    [EveryEngine("[pscustomobject]@{ Name = $name } | ConvertTo-CliXml | ConvertFrom-CliXml")]
    public async Task What_comes_back_is_piped_on(string version, string source)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);
        var (other, _) = await ContainerAsync(engine);

        Session(engine).Invoke($"{source} | Remove-Container", ("name", name)).AssertSucceeded();

        Assert.Equal([other], await LeftAsync(engine));
    }

    [Theory, EveryEngine]
    public async Task Deserialized_container_is_named_with_image_and_state(string version)
    {
        var engine = await EngineAsync(version);
        var (name, _) = await ContainerAsync(engine);

        var outcome = Session(engine).Invoke("Get-Container $name | ConvertTo-CliXml | ConvertFrom-CliXml | Remove-Container -WhatIf", ("name", name)).AssertSucceeded();

        Assert.Equal([$"What if: Performing the operation \"Remove-Container\" on target \"{name} (busybox:test, created)\"."], outcome.HostLines);
    }

    [Fact]
    public void What_is_written_is_every_property_and_no_hidden_one()
    {
        var types = XDocument.Load(Path.Combine(Repository.Root, "src", "DockerPS", "Formatting", "DockerPS.Types.ps1xml")).Descendants("Type")
            .Select(type => (Name: type.Element("Name")!.Value, Computed: type.Descendants("CodeProperty").Any(), Written: Written(type)))
            .Where(type => type.Computed && type.Name.StartsWith("DockerPS.", StringComparison.Ordinal)).ToList();
        using var host = new PowerShellHost();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(
            host.Invoke($"[{type.Name}].GetProperties() | Where-Object CanRead | ForEach-Object Name").AssertSucceeded().Texts().Order(StringComparer.Ordinal),
            type.Written.Order(StringComparer.Ordinal)));

        static List<string> Written(XElement type) =>
            [.. type.Descendants("PropertySet").Where(set => set.Element("Name")!.Value == "PropertySerializationSet").Descendants("ReferencedProperties").Elements().Select(name => name.Value)];
    }

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static object? Value(PSObject source, string property) => Base(source.Properties[property].Value);

    private static string? Text(PSObject source, string property) => Value(source, property)?.ToString();

    private static object[] Items(object? value) => [.. Assert.IsAssignableFrom<IEnumerable>(Base(value)).Cast<object>()];
}
