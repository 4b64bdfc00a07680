using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using DockerPS.Connection.Contexts;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Tells where an engine is looked for, in the docker command's order, and which place decides.</summary>
internal static class EndpointSearch
{
    private static readonly string[] Pipes = ["docker_engine", "dockerDesktopLinuxEngine", "dockerDesktopWindowsEngine", "podman-machine-default"];

    /// <summary>All places; the first that says something is the chosen one. Behind them stand sockets that nothing names.</summary>
    /// <param name="engine">A context's name or an address; null for none.</param>
    public static IReadOnlyList<EndpointSource> List(string? engine)
    {
        var ofEnvironment = engine == ContextPaths.Default;
        var places = new List<(string Source, string? Value, Func<EngineEndpoint> Find)>
        {
            ("-Engine", string.IsNullOrEmpty(engine) ? null : engine, () => EndpointResolver.Resolve(engine)),
            ("$env:DOCKER_HOST", Variable("DOCKER_HOST"), () => EndpointResolver.Resolve(ContextPaths.Default)),
            ("$env:DOCKER_CONTEXT", Variable("DOCKER_CONTEXT"), () => EndpointResolver.Resolve(Variable("DOCKER_CONTEXT"))),
            ("the docker command's current context", Current(out var failure), () => failure is null ? EndpointResolver.Resolve(DockerConfiguration.CurrentContext()) : throw failure),
            ("the platform's default", EndpointResolver.PlatformAddress, () => EndpointResolver.PlatformDefault()),
        };

        var found = new List<EndpointSource>();
        string? chosen = null;
        foreach (var (source, value, find) in places)
        {
            // The context default hands on to the variable or the platform, and is no answer by itself.
            var handsOn = value == ContextPaths.Default;
            var skipped = ofEnvironment && source.IndexOf("context", StringComparison.OrdinalIgnoreCase) >= 0;
            found.Add(Describe(source, value, find, handsOn, skipped, chosen));
            chosen ??= value is null || handsOn || skipped ? null : source;
        }

        found.AddRange(Unnamed().Where(address => found.All(place => place.Endpoint?.OriginalString != address.OriginalString))
            .Select(address => new EndpointSource
            {
                Source = "a socket of this machine",
                Value = address.OriginalString,
                Endpoint = address,
                Why = "it is there, but nothing names it",
            }));
        return found;
    }

    private static EndpointSource Describe(string source, string? value, Func<EngineEndpoint> find, bool handsOn, bool isSkipped, string? chosen)
    {
        if (value is null || isSkipped)
        {
            return new EndpointSource { Source = source, Value = value, Why = value is null ? "nothing stands there" : "the context default does not look there" };
        }

        if (handsOn)
        {
            return new EndpointSource { Source = source, Value = value, Why = "the context default means the environment or the platform" };
        }

        Uri? address = null;
        var why = chosen is null ? "the first that says something" : chosen + " goes before it";
        try
        {
            address = find().Address;
        }
        catch (DockerException failure)
        {
            why += "; " + failure.Message;
        }

        return new EndpointSource { Source = source, Value = value, Endpoint = address, Chosen = chosen is null, Why = why };
    }

    // A name that can't be read is as good as any: whoever asks for it fails, and the failure is told.
    private static string? Current(out DockerException? failure)
    {
        failure = null;
        try
        {
            return DockerConfiguration.CurrentContext();
        }
        catch (DockerException damaged)
        {
            failure = damaged;
            return "?";
        }
    }

    /// <summary>Where engines without root, Docker Desktop and Podman listen. The docker command finds them by contexts that their setup makes.</summary>
    private static IEnumerable<Uri> Unnamed()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return Pipes.Where(pipe => File.Exists(@"\\.\pipe\" + pipe)).Select(pipe => new Uri("npipe:////./pipe/" + pipe));
        }

        var runtime = Variable("XDG_RUNTIME_DIR");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] sockets =
        [
            "/var/run/docker.sock",
            runtime is null ? null : runtime + "/docker.sock",
            home.Length == 0 ? null : home + "/.docker/desktop/docker.sock",
            home.Length == 0 ? null : home + "/.docker/run/docker.sock",
            runtime is null ? null : runtime + "/podman/podman.sock",
            "/run/podman/podman.sock",
        ];
        return sockets.Where(File.Exists).Select(socket => new Uri("unix://" + socket));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
