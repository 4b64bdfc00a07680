using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Images;

namespace DockerPS.Containers;

/// <summary>
/// Makes of an existing container the specification that it was created from: the way back of <see cref="SpecificationMapping"/>. What is the image's own, or the engine's default, is left out.
/// </summary>
internal sealed partial class SpecificationReader(JsonFields container, JsonFields image, JsonFields engine, Version version)
{
    private const int ShortId = 12;

    private readonly JsonFields _config = container["Config"];
    private readonly JsonFields _host = container["HostConfig"];
    private readonly JsonFields _image = image["Config"];

    private string Id => container.Text("Id") ?? "";

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It has something that no option can say.</exception>
    public ContainerSpecification Read()
    {
        var specification = new ContainerSpecification
        {
            Image = ImageNames.Familiar(_config.Text("Image")) ?? container.Text("Image") ?? "",
            Name = container.Text("Name")?.TrimStart('/'),
            // The engine keeps variables in no order; of two with one name the last counts.
            Env = Beyond(_config.Texts("Env"), _image.Texts("Env"))?.OrderBy(variable => variable.Split('=')[0], StringComparer.Ordinal).ToList(),
            Labels = Beyond(_config.Map("Labels"), _image.Map("Labels")),
            User = Unless(_config.Text("User"), _image.Text("User")),
            Workdir = Unless(_config.Text("WorkingDir"), _image.Text("WorkingDir")),
            Hostname = Hostname(),
            Domainname = _config.Text("Domainname"),
            Tty = _config.Flag("Tty") == true,
            Interactive = _config.Flag("OpenStdin") == true,
            AttachStandardInput = _config.Flag("AttachStdin") == true,
            AttachStandardOutput = _config.Flag("AttachStdout") == true,
            AttachStandardError = _config.Flag("AttachStderr") == true,
            StopSignal = Unless(_config.Text("StopSignal"), _image.Text("StopSignal")),
            StopTimeout = (int?)_config.Number("StopTimeout"),
            Health = Health(),
            Annotations = _host.Map("Annotations"),
            AutoRemove = _host.Flag("AutoRemove") == true,
            Init = _host.Flag("Init"),
            Runtime = Unless(_host.Text("Runtime"), engine.Text("DefaultRuntime")),
            Isolation = _host.Text("Isolation"),
            Restart = _host["RestartPolicy"].Text("Name") is { } policy and not "no" ? new RestartPolicy(Counted(policy, _host["RestartPolicy"].NumberSet("MaximumRetryCount"))) : null,
            LogDriver = Unless(_host["LogConfig"].Text("Type"), engine.Text("LoggingDriver")),
            LogOptions = _host["LogConfig"].Map("Config"),
            Groups = _host.Texts("GroupAdd"),
        };
        ReadCommand(specification);
        ReadNetworks(specification);
        ReadStorage(specification);
        ReadSecurity(specification);
        ReadResources(specification);
        return specification;
    }

    // An entrypoint that is given takes the image's command away; none at all was asked for with an empty word.
    private void ReadCommand(ContainerSpecification specification)
    {
        var (entrypoint, command) = (_config.Texts("Entrypoint") ?? [], _config.Texts("Cmd") ?? []);
        var (ownEntrypoint, ownCommand) = (_image.Texts("Entrypoint") ?? [], _image.Texts("Cmd") ?? []);
        var same = entrypoint.SequenceEqual(ownEntrypoint, StringComparer.Ordinal);
        if (!same || (command.Count == 0 && ownCommand.Count > 0))
        {
            specification.Entrypoint = entrypoint.Count > 0 ? entrypoint : [""];
            specification.Command = command.Count > 0 ? command : null;
        }
        else if (!command.SequenceEqual(ownCommand, StringComparer.Ordinal))
        {
            specification.Command = command;
        }
    }

    // The engine makes it up of the id; in another's network or host's it is theirs.
    private string? Hostname()
    {
        var name = _config.Text("Hostname");
        var mode = _host.Text("NetworkMode") ?? "";
        return name is null || name == Short(Id) || _host.Text("UTSMode") == "host" || mode.StartsWith("container:", StringComparison.Ordinal)
            || (mode == "host" && name == engine.Text("Name")) ? null : name;
    }

    private HealthCheck? Health()
    {
        var (check, own) = (_config["Healthcheck"], _image["Healthcheck"]);
        var test = check.Texts("Test");
        var differs = test is not null && !test.SequenceEqual(own.Texts("Test") ?? [], StringComparer.Ordinal);
        var health = new HealthCheck
        {
            None = differs && test is ["NONE", ..],
            Command = differs && test is ["CMD-SHELL", var command] ? command : null,
            Test = differs && test is ["CMD", ..] ? test : null,
            Interval = Time("Interval"),
            Timeout = Time("Timeout"),
            StartPeriod = Time("StartPeriod"),
            StartInterval = Time("StartInterval"),
            Retries = check.NumberSet("Retries") is { } retries && retries != own.Number("Retries") ? (int)retries : null,
        };
        return health.None ? new HealthCheck { None = true } : health.HasSettings ? health : null;

        Duration? Time(string name) => check.NumberSet(name) is { } time && time != own.Number(name) ? Nanoseconds(time) : null;
    }

    private static Duration Nanoseconds(long time) => Duration.FromSeconds(time / 1_000_000_000m);

    private static string? Unless(string? text, string? usual) => text == usual ? null : text;

    private static List<string>? Beyond(IReadOnlyList<string>? texts, IReadOnlyList<string>? own) =>
        texts?.Where(text => own?.Contains(text, StringComparer.Ordinal) != true).ToList() is { Count: > 0 } left ? left : null;

    private static Dictionary<string, string>? Beyond(Dictionary<string, string>? map, Dictionary<string, string>? own) =>
        map?.Where(entry => own is null || !own.TryGetValue(entry.Key, out var value) || value != entry.Value)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal) is { Count: > 0 } left ? left : null;

    private static string Counted(string text, long? count) => count is null ? text : FormattableString.Invariant($"{text}:{count}");

    private static string Short(string id) => id.Length > ShortId ? id.Substring(0, ShortId) : id;
}
