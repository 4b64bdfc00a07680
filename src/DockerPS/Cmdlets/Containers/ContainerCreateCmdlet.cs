using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>A cmdlet that makes containers: the options of <c>docker container create</c>, once for all that have them.</summary>
public abstract partial class ContainerCreateCmdlet : ContainerCmdlet
{
    private protected const string ImageSet = "Image";

    private protected ImagePulls Pulls { get; } = new();

    private protected ContainerCreateCmdlet()
    {
    }

    /// <summary>
    /// The container's name; a letter or digit, then letters, digits, <c>_</c>, <c>.</c> and <c>-</c>. Several names make several containers. Without it the engine makes one up.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet, ValueFromPipeline = true)]
    [TypedText]
    [ValidateNotNullOrEmpty]
    public virtual ContainerName[]? Name { get; set; }

    /// <summary>
    /// The command with its arguments, in place of the image's: the remaining words, or an array. Words that begin with <c>-</c> are quoted, or stand behind <c>--</c>.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet)]
    public virtual object[]? Command { get; set; }

    /// <summary>The command's remaining words: with or without <c>-Command</c> before the first of them.</summary>
    [Parameter(ParameterSetName = ImageSet, ValueFromRemainingArguments = true, DontShow = true)]
    public virtual object[]? CommandArgument { get; set; }

    /// <summary>The program to start in place of the image's; the command is what it is given. Empty text takes the image's away.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [AllowEmptyString]
    public string[]? Entrypoint { get; set; }

    /// <summary>Environment: <c>NAME=value</c>, <c>NAME</c> alone for this session's value, or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [EnvironmentVariables]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public virtual EnvironmentVariable[]? Env { get; set; }

    /// <summary>Files of environment: a line <c>NAME=value</c> or <c>NAME</c> each; <c>#</c> begins a comment. What <c>-Env</c> says goes before.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public virtual string[]? EnvFile { get; set; }

    /// <summary>Labels: <c>key=value</c>, <c>key</c>, or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Files of labels: a line <c>key=value</c> each; <c>#</c> begins a comment. What <c>-Label</c> says goes before.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string[]? LabelFile { get; set; }

    /// <summary>The user it runs as: a name or number, <c>user:group</c> too.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public virtual string? User { get; set; }

    /// <summary>The folder in the container that its process starts in.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public virtual string? Workdir { get; set; }

    /// <summary>Gives its process a terminal.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Tty { get; set; }

    /// <summary>Keeps its standard input open.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>The platform of the image, as <c>os/arch[/variant]</c>, where it has several.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <summary>When the image is pulled first: <c>Missing</c> (the default), <c>Always</c> or <c>Never</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public PullPolicy Pull { get; set; }

    /// <summary>Shows no progress of a pull.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Docker's word for images without a signature of Notary, which is no more: images are always taken so.</summary>
    [Parameter(ParameterSetName = ImageSet, DontShow = true)]
    public SwitchParameter DisableContentTrust { get; set; } = true;

    /// <summary>The image of the containers to make.</summary>
    private protected abstract ContainerImageReference? ImageToUse { get; }

    /// <summary>Makes the containers that the parameters say, one for each name.</summary>
    /// <param name="start">Starts each one.</param>
    private protected void MakeContainers(bool start) =>
        MakeContainers(start ? "Create and start" : "Create", (maker, item, cancel) => maker.MakeAsync(item, start, cancel));

    /// <summary>Makes the containers that the parameters say, one for each name.</summary>
    /// <param name="action">What is done, for <c>-WhatIf</c>.</param>
    /// <param name="make">Does it to one.</param>
    /// <returns>How many are being made.</returns>
    private protected int MakeContainers(string action, Func<ContainerMaker, WorkItem, CancellationToken, Task> make)
    {
        var count = 0;
        var image = ImageName(ImageToUse!);
        var specification = Specification(image);
        var engines = EnginesOf(ImageToUse!);
        if (CidFile is not null && engines.Count * (Name?.Length ?? 1) > 1)
        {
            ThrowFailure(SpecificationRules.Wrong("-CidFile is for one container: give one name and one engine."), CidFile);
        }

        foreach (var engine in engines)
        {
            foreach (var name in Name?.Select(name => (string?)name.ToString()) ?? [null])
            {
                if (ShouldProcess(name is null ? $"a container of {image}" : $"{name} ({image})", action))
                {
                    count++;
                    var maker = new ContainerMaker(engine, image, specification.WithName(name), Pull, Pulls, PullBar);
                    Work.Add(name ?? image.ToString(), (item, cancel) => make(maker, item, cancel));
                }
            }
        }

        return count;
    }

    /// <summary>Which of its streams whoever attaches gets; none where nobody does.</summary>
    private protected virtual void AddStreams(ContainerSpecification specification)
    {
    }

    /// <summary>Refuses parameters that exclude each other.</summary>
    private protected virtual void Check(ContainerSpecification specification) => SpecificationRules.Check(specification);

    // Checked here and not by the parameter's type: a first word that binding refuses would be taken for the command's, and the image be asked for.
    private protected ImageReference ImageName(ContainerImageReference given)
    {
        try
        {
            return new ImageReference(given.Name ?? given.Text);
        }
        catch (FormatException failure)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, $"-Image: {failure.Message}", failure), given.Text);
            throw;
        }
    }

    /// <summary>What the parameters say of a container of this image.</summary>
    private protected ContainerSpecification Specification(ImageReference image)
    {
        try
        {
            var specification = new ContainerSpecification
            {
                Image = image.ToString(),
                Platform = Platform,
                Command = Command is null && CommandArgument is null ? null : CommandWords.Of(Command, CommandArgument),
                Entrypoint = Entrypoint,
                Env = Environment() is { Count: > 0 } env ? env : null,
                Labels = Map(Labels(), label => label.Key, label => label.Value),
                User = User,
                Workdir = Workdir,
                Tty = Tty,
                Interactive = Interactive,
            };
            AddStreams(specification);
            AddRuntime(specification);
            AddNetwork(specification);
            AddStorage(specification);
            AddSecurity(specification);
            AddResources(specification);
            AddDevices(specification);
            Check(specification);
            return !DisableContentTrust
                ? throw SpecificationRules.Wrong("-DisableContentTrust:$false: signatures of Notary are not verified here.")
                : specification;
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, failure.Message, failure), image.ToString());
            throw;
        }
        catch (DockerException failure)
        {
            ThrowFailure(failure, image.ToString());
            throw;
        }
    }

    /// <summary>The environment that the parameters say. Files first: what <c>-Env</c> says counts, as with docker.</summary>
    private protected List<string> Environment() => Files(EnvFile).SelectMany(EnvironmentFile.Read).Concat(Env ?? []).Select(variable => variable.ToAssignment()).ToList();

    private IEnumerable<Label> Labels() => Files(LabelFile).SelectMany(DockerPS.LabelFile.Read).Concat(Label ?? []);

    private IEnumerable<string> Files(string[]? paths) => (paths ?? []).SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _));

    private protected TransferBar PullBar(string activity) => Quiet ? new TransferBar(activity, _ => { }) : Bar(activity);

    // A switch that is false is something else than none, where the engine has a default of its own.
    private protected bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private static Dictionary<string, string>? Map(KeyValueOption[]? options) => Map(options, option => option.Key, option => option.Value ?? "");

    // A key that comes twice counts by its last value.
    private static Dictionary<string, string>? Map<T>(IEnumerable<T>? values, Func<T, string> key, Func<T, string> value)
    {
        if (values is null)
        {
            return null;
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in values)
        {
            map[key(one)] = value(one);
        }

        return map;
    }
}
