using DockerPS.Engine;

namespace DockerPS.Cmdlets.Engines;

/// <summary>Makes the object that tells of an engine.</summary>
internal static class EngineDescription
{
    public static DockerEngine Of(EngineEndpoint endpoint, SessionEngines session, EngineGreeting? greeting = null) => new()
    {
        Name = endpoint.Name,
        Address = endpoint.Address,
        Source = endpoint.Source,
        Connected = session.Find(endpoint.Name) == endpoint,
        IsDefault = session.Default is { } chosen ? chosen == endpoint : session.Find(endpoint.Name) is null,
        Tls = EngineCertificates.Of(endpoint.Tls),
        UserName = endpoint.Credential?.UserName,
        Server = greeting?.Server,
        UsedApiVersion = greeting?.UsedApiVersion,
    };
}
