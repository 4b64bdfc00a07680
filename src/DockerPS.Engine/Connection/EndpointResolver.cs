using System;
using System.Globalization;
using System.Runtime.InteropServices;
using DockerPS.Connection.Contexts;
using DockerPS.Connection.Ssh;
using DockerPS.Connection.Tls;
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
                : IsAddress(engine!) ? FromAddress(engine!, engine!, "-Engine", TlsOfEnvironment)
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
    /// <param name="tls">How a tcp connection is encrypted; gives null where it is not.</param>
    public static EngineEndpoint FromAddress(string text, string name, string source, Func<EngineTls?> tls)
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
            "ssh" => new EngineEndpoint(name, SshDial.Checked(address, why => Invalid(text, source, why)), source),
            "tcp" => OverTcp(tls()),
            "http" => OverTcp(null),
            "https" => OverTcp(tls() ?? new EngineTls()),
            _ => throw Invalid(text, source, $"the scheme {address.Scheme} is unknown"),
        };

        EngineEndpoint OverTcp(EngineTls? chosen) => new(name, WithPort(address, text, source, chosen is null ? 2375 : 2376), source) { Tls = chosen };
    }

    /// <summary>What the environment says of TLS, as the docker command reads it: any value but none means yes.</summary>
    public static EngineTls? TlsOfEnvironment()
    {
        var verify = Variable("DOCKER_TLS_VERIFY") is not null;
        if (!verify && Variable("DOCKER_TLS") is null)
        {
            return null;
        }

        return (Variable("DOCKER_CERT_PATH") ?? ContextPaths.Folder()) is { } folder
            ? TlsFolder.Read(folder, skipVerification: !verify)
            : new EngineTls { SkipVerification = !verify };
    }

    private static EngineEndpoint HostOrDefault() => Variable("DOCKER_HOST") is { } host
        ? FromAddress(host, host, "$env:DOCKER_HOST", TlsOfEnvironment)
        : PlatformDefault();

    /// <summary>Where an engine listens when nobody says anything.</summary>
    public static string PlatformAddress => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";

    public static EngineEndpoint PlatformDefault() => new(PlatformAddress, new Uri(PlatformAddress), "the platform's default");

    private static Uri WithPort(Uri address, string text, string source, int port)
    {
        if (address.Host.Length == 0)
        {
            throw Invalid(text, source, "the host is missing");
        }

        // A Uri takes 80 and 443 for what was not written.
        return address.Port > 0 && (address.Scheme == "tcp" || !address.IsDefaultPort || text.IndexOf(':' + address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) > 0)
            ? address
            : new UriBuilder(address) { Port = port }.Uri;
    }

    private static bool IsAddress(string text) => text.IndexOf("://", StringComparison.Ordinal) >= 0;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public static DockerException Invalid(string text, string source, string why) => new(
        DockerError.InvalidEndpoint,
        $"The address '{text}', from {source}, can't be used: {why}. Expected: unix:///path/to.sock, npipe:////./pipe/name, tcp://host:port or ssh://user@host.");
}
