using System;
using System.Globalization;
using DockerPS.Images;
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
        var name = item.Type == "image" ? ImageNames.Familiar(Attribute("name")) : Attribute("name");
        var id = item.Actor?.Id;
        return new DockerEvent
        {
            Time = EngineTime.OfUnixSeconds(nanoseconds / SecondNanoseconds).AddTicks(nanoseconds % SecondNanoseconds / 100),
            TimeNano = nanoseconds,
            Type = TypeOf(item.Type),
            TypeText = item.Type ?? "",
            Action = colon < 0 ? Word(item.Type, action.TrimEnd(':')) : action.Substring(0, colon),
            ActionDetail = colon < 0 ? "" : action.Substring(colon + 2).TrimEnd(),
            ActorId = string.IsNullOrEmpty(id) ? name ?? "" : id!,
            Name = name ?? id ?? "",
            Image = ImageNames.Familiar(Attribute("image")),
            ExitCode = int.TryParse(Attribute("exitCode"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null,
            Attributes = attributes,
            Scope = item.Scope ?? "",
            Engine = engine,
        };

        string? Attribute(string name) => attributes.TryGetValue(name, out var value) ? value : null;
    }

    // Podman's word for what ends a container or a volume; of these Docker says it of nothing.
    private static string Word(string? type, string action) => action == "remove" && type is ("container" or "volume") ? "destroy" : action;

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
