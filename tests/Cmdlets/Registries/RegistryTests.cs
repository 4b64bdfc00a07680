using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading.Tasks;
using DockerPS.Tests.Cmdlets.Images;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Registries;

/// <summary>
/// The base of tests with registries and logins: a folder in the place of the user's own for docker's <c>config.json</c>, and no helpers of the machine. They change the
/// process's environment and so run alone.
/// </summary>
[Collection(EnvironmentChange.Collection)]
public abstract class RegistryTests(SharedEngines engines) : ImageTests(engines)
{
    private readonly List<TestRegistry> _registries = [];
    private EnvironmentChange? _environment;

    /// <summary>Where config.json is, or will be.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("dockerps-registry-").FullName;

    protected string ConfigFile => Path.Combine(Folder, "config.json");

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestRegistry.Missing is not null, TestRegistry.Missing ?? "");
        await base.InitializeAsync();
        _environment = new EnvironmentChange(("DOCKER_CONFIG", Folder));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _environment?.Dispose();
        await base.DisposeAsync();
        foreach (var registry in _registries)
        {
            await registry.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A registry that ends with the test.</summary>
    protected async Task<TestRegistry> RegistryAsync(bool login = false)
    {
        var registry = await TestRegistry.StartAsync(login);
        _registries.Add(registry);
        return registry;
    }

    /// <summary>Makes an image under a name in a registry.</summary>
    protected async Task<string> MakeForAsync(TestEngine engine, TestRegistry registry, string repository, string tag = "1")
    {
        ArgumentNullException.ThrowIfNull(registry);
        var image = Names.Next("img") + ":1";
        await MakeAsync(engine, image);
        var name = $"{registry.Address}/{repository}:{tag}";
        await DockerAsync(engine, "tag", image, name);
        await DockerAsync(engine, "rmi", image);
        return name;
    }

    /// <summary>A user with a password, as PowerShell holds them.</summary>
    protected static PSCredential Credential(string password, string user = TestRegistry.User) => new(user, Secure(password));

    protected static SecureString Secure(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var secure = new SecureString();
        foreach (var letter in password)
        {
            secure.AppendChar(letter);
        }

        return secure;
    }

    /// <summary>Fails when a password, or what it is when coded, stands in anything that a user, a log or a transcript sees.</summary>
    protected static void AssertSecretUnseen(Outcome outcome, string password = TestRegistry.Password)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var coded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TestRegistry.User + ":" + password));
        var seen = outcome.Verbose.Concat(outcome.Debug).Concat(outcome.Warnings).Concat(outcome.HostLines)
            .Concat(outcome.Texts())
            .Concat(outcome.Output.SelectMany(item => item.Properties.Select(property => property.Value?.ToString() ?? "")))
            .Concat(outcome.Information.Select(record => record.ToString()))
            .Concat(outcome.Progress.Select(record => record.ToString()))
            .Concat(outcome.AllErrors.SelectMany(error => new[] { error.ToString(), error.Exception.ToString(), error.ErrorDetails?.ToString() ?? "", error.ScriptStackTrace ?? "" }));
        Assert.All(seen, text => Assert.False(
            text.Contains(password, StringComparison.Ordinal) || text.Contains(coded, StringComparison.Ordinal), text));
    }
}
