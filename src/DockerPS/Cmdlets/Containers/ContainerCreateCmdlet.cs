using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>A cmdlet that makes containers: the options of <c>docker container create</c>, once for all that have them.</summary>
public abstract class ContainerCreateCmdlet : ContainerCmdlet
{
    private protected const string ImageSet = "Image";

    private readonly ImagePulls _pulls = new();

    private protected ContainerCreateCmdlet()
    {
    }

    /// <summary>
    /// The container's name; a letter or digit, then letters, digits, <c>_</c>, <c>.</c> and <c>-</c>. Several names make several containers. Without it the engine makes one up.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet, ValueFromPipeline = true)]
    [TypedText]
    public ContainerName[]? Name { get; set; }

    /// <summary>
    /// The command with its arguments, in place of the image's: the remaining words, or an array. Words that begin with <c>-</c> are quoted, or stand behind <c>--</c>.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet)]
    public object[]? Command { get; set; }

    /// <summary>The command's remaining words: with or without <c>-Command</c> before the first of them.</summary>
    [Parameter(ParameterSetName = ImageSet, ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? CommandArgument { get; set; }

    /// <summary>The program to start in place of the image's; the command is what it is given. Empty text takes the image's away.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [AllowEmptyString]
    public string[]? Entrypoint { get; set; }

    /// <summary>Ports to publish: <c>[ip:][hostPort:]containerPort[/protocol]</c>, ranges too, or a hashtable such as <c>@{ 8080 = 80 }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("p")]
    [PortMappings]
    public PortMapping[]? Publish { get; set; }

    /// <summary>Environment: <c>NAME=value</c>, <c>NAME</c> alone for this session's value, or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [EnvironmentVariables]
    public EnvironmentVariable[]? Env { get; set; }

    /// <summary>Files of environment: a line <c>NAME=value</c> or <c>NAME</c> each; <c>#</c> begins a comment. What <c>-Env</c> says goes before.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string[]? EnvFile { get; set; }

    /// <summary>Volumes and folders: <c>[source:]target[:options]</c>, or a hashtable of source and target. A relative source begins at PowerShell's location.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("v")]
    [VolumeBindings]
    public VolumeBinding[]? Volume { get; set; }

    /// <summary>Networks: a name, <c>host</c>, <c>none</c>, <c>container:name</c>, or <c>name=..,alias=..,ip=..</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Alias("Net")]
    public NetworkAttachment[]? Network { get; set; }

    /// <summary>Labels: <c>key=value</c>, <c>key</c>, or a hashtable.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Labels]
    public Label[]? Label { get; set; }

    /// <summary>When the engine starts it again: <c>no</c>, <c>always</c>, <c>unless-stopped</c>, <c>on-failure[:times]</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public RestartPolicy? Restart { get; set; }

    /// <summary>The user it runs as: a name or number, <c>user:group</c> too.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? User { get; set; }

    /// <summary>The folder in the container that its process starts in.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? Workdir { get; set; }

    /// <summary>The most memory it may use: <c>512MB</c>, <c>1.5g</c>, or bytes.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public ByteSize? Memory { get; set; }

    /// <summary>How many processors' time it may use, such as <c>1.5</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public CpuCount? Cpus { get; set; }

    /// <summary>Gives its process a terminal.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Tty { get; set; }

    /// <summary>Keeps its standard input open.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>Has the engine remove it when it ends.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Rm { get; set; }

    /// <summary>The platform of the image, as <c>os/arch[/variant]</c>, where it has several.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? Platform { get; set; }

    /// <summary>When the image is pulled first: <c>Missing</c> (the default), <c>Always</c> or <c>Never</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public PullPolicy Pull { get; set; }

    /// <summary>The image of the containers to make.</summary>
    private protected abstract ContainerImageReference? ImageToUse { get; }

    /// <summary>Makes the containers that the parameters say, one for each name.</summary>
    /// <param name="start">Starts each one.</param>
    private protected void MakeContainers(bool start)
    {
        var image = Image(ImageToUse!);
        var options = Options(image);
        foreach (var engine in EnginesOf(ImageToUse!))
        {
            foreach (var name in Name?.Select(name => (string?)name.ToString()) ?? [null])
            {
                if (ShouldProcess(name is null ? $"a container of {image}" : $"{name} ({image})", start ? "Create and start" : "Create"))
                {
                    var maker = new ContainerMaker(engine, image, options(name), Pull, _pulls, activity => Bar(activity));
                    Work.Add(name ?? image.ToString(), (item, cancel) => maker.MakeAsync(item, start, cancel));
                }
            }
        }
    }

    // Checked here and not by the parameter's type: a first word that binding refuses would be taken for the command's, and the image be asked for.
    private ImageReference Image(ContainerImageReference given)
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

    private Func<string?, ContainerSpecification> Options(ImageReference image)
    {
        var command = Command is null && CommandArgument is null ? null : CommandWords.Of(Command, CommandArgument);
        var env = Environment().ToList();
        var labels = Label?.GroupBy(label => label.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        var volumes = Volume?.Select(Resolve).ToList();
        return name => new ContainerSpecification
        {
            Image = image.ToString(),
            Name = name,
            Platform = Platform,
            Command = command,
            Entrypoint = Entrypoint,
            Env = env.Count > 0 ? env : null,
            Publish = Publish,
            Volumes = volumes,
            Networks = Network,
            Labels = labels,
            Restart = Restart,
            User = User,
            Workdir = Workdir,
            Memory = Memory?.Bytes,
            NanoCpus = Cpus?.NanoCpus,
            Tty = Tty,
            Interactive = Interactive,
            AutoRemove = Rm,
        };
    }

    // Files first: what -Env says counts, as with docker.
    private IEnumerable<string> Environment()
    {
        foreach (var path in EnvFile ?? [])
        {
            foreach (var file in SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _))
            {
                foreach (var variable in EnvironmentFile.Read(file))
                {
                    if (variable.ToAssignment() is { } assignment)
                    {
                        yield return assignment;
                    }
                }
            }
        }

        foreach (var variable in Env ?? [])
        {
            if (variable.ToAssignment() is { } assignment)
            {
                yield return assignment;
            }
        }
    }

    // A relative folder begins where PowerShell is, which is seldom where its process is.
    private VolumeBinding Resolve(VolumeBinding binding) => binding.IsRelative
        ? binding.WithSource(SessionState.Path.GetUnresolvedProviderPathFromPSPath(binding.Source))
        : binding;
}
