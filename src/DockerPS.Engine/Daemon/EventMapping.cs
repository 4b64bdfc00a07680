using System;
using System.Globalization;
using DockerPS.Streams;

namespace DockerPS.Daemon;

/// <summary>Makes events of the engine's messages.</summary>
internal static class EventMapping
{
    private const long SecondNanoseconds = 1_000_000_000;

    public static DockerEvent ToEvent(EventJson item, string engine)
    {
        var attributes = item.Actor?.Attributes ?? [];
        var nanoseconds = item.TimeNano != 0 ? item.TimeNano : item.Time * SecondNanoseconds;
        var action = item.Action ?? "";
        var colon = action.IndexOf(": ", StringComparison.Ordinal);
        return new DockerEvent
        {
            Time = EngineTime.OfUnixSeconds(nanoseconds / SecondNanoseconds).AddTicks(nanoseconds % SecondNanoseconds / 100),
            TimeNano = nanoseconds,
            Type = TypeOf(item.Type),
            TypeText = item.Type ?? "",
            Action = colon < 0 ? action.TrimEnd(':') : action.Substring(0, colon),
            ActionDetail = colon < 0 ? "" : action.Substring(colon + 2).TrimEnd(),
            ActorId = item.Actor?.Id ?? "",
            Name = Attribute("name") ?? item.Actor?.Id ?? "",
            Image = Attribute("image"),
            ExitCode = int.TryParse(Attribute("exitCode"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null,
            Attributes = attributes,
            Scope = item.Scope ?? "",
            Engine = engine,
        };

        string? Attribute(string name) => attributes.TryGetValue(name, out var value) ? value : null;
    }

    private static DockerEventType TypeOf(string? word) => word switch
    {
        "container" => DockerEventType.Container,
        "image" => DockerEventType.Image,
        "network" => DockerEventType.Network,
        "volume" => DockerEventType.Volume,
        "daemon" => DockerEventType.Daemon,
        "plugin" => DockerEventType.Plugin,
        "builder" => DockerEventType.Builder,
        "service" => DockerEventType.Service,
        "node" => DockerEventType.Node,
        "secret" => DockerEventType.Secret,
        "config" => DockerEventType.Config,
        _ => DockerEventType.Unknown,
    };
}
