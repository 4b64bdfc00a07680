using System;
using System.Runtime.InteropServices;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>Finds the engine that is meant, in the docker command's order: what was named, DOCKER_HOST, DOCKER_CONTEXT, the current context, the platform's default.</summary>
internal static class EndpointResolver
{
    private const string DefaultContext = "default";

    public static EngineEndpoint Resolve(string? engine)
    {
        if (!string.IsNullOrEmpty(engine))
        {
            return engine == DefaultContext ? HostOrDefault()
                : IsAddress(engine!) ? FromAddress(engine!, engine!, "-Engine")
                : ContextStore.Read(engine!, "-Engine");
        }

        if (Variable("DOCKER_HOST") is not null)
        {
            return HostOrDefault();
        }

        var (name, source) = Variable("DOCKER_CONTEXT") is { } named
            ? (named, "$env:DOCKER_CONTEXT")
            : (ContextStore.CurrentContext(), "the docker command's current context");
        return name is null or DefaultContext ? HostOrDefault() : ContextStore.Read(name, source);
    }

    /// <summary>An endpoint for an address in docker's forms.</summary>
    /// <param name="text">The address.</param>
    /// <param name="name">The name that objects will carry; the address itself where it has none.</param>
    /// <param name="source">What named it, for the user.</param>
    public static EngineEndpoint FromAddress(string text, string name, string source)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address))
        {
            throw Invalid(text, source, "it is not an address");
        }

        return address.Scheme switch
        {
            "unix" when address.Host.Length > 0 => throw Invalid(text, source, "a socket's path begins with /, so three slashes are needed"),
            "unix" when address.AbsolutePath.Length <= 1 => throw Invalid(text, source, "the path of the socket is missing"),
            "npipe" when address.Segments.Length < 3 => throw Invalid(text, source, "the name of the pipe is missing"),
            "unix" or "npipe" => new EngineEndpoint(name, address, source),
            "tcp" or "http" => new EngineEndpoint(name, WithPort(address, text, source), source),
            "ssh" or "https" => throw Invalid(text, source, "this version connects by unix, npipe and plain tcp only"),
            _ => throw Invalid(text, source, $"the scheme {address.Scheme} is unknown"),
        };
    }

    private static EngineEndpoint HostOrDefault() => Variable("DOCKER_HOST") is { } host
        ? FromAddress(host, host, "$env:DOCKER_HOST")
        : PlatformDefault();

    private static EngineEndpoint PlatformDefault()
    {
        var address = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
        return new EngineEndpoint(address, new Uri(address), "the platform's default");
    }

    private static Uri WithPort(Uri address, string text, string source)
    {
        if (address.Host.Length == 0)
        {
            throw Invalid(text, source, "the host is missing");
        }

        return address.Port > 0 && !(address.Scheme == "http" && address.IsDefaultPort)
            ? address
            : new UriBuilder(address) { Port = 2375 }.Uri;
    }

    private static bool IsAddress(string text) => text.IndexOf("://", StringComparison.Ordinal) >= 0;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static DockerException Invalid(string text, string source, string why) => new(
        DockerError.InvalidEndpoint,
        $"The address '{text}', from {source}, can't be used: {why}. Expected: unix:///path/to.sock, npipe:////./pipe/name or tcp://host:port.");
}
