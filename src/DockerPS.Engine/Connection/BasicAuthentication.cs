using System;
using System.Text;
using DockerPS.Engine;

namespace DockerPS.Connection;

/// <summary>The user and password for what stands before an engine, as HTTP carries them.</summary>
internal static class BasicAuthentication
{
    /// <summary>What follows the word Basic; null where there is nothing to say, or the connection is not encrypted.</summary>
    public static string? Of(EngineEndpoint endpoint) => endpoint is { Tls: not null, Credential: { } credential }
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.UserName + ":" + credential.Password))
        : null;
}
