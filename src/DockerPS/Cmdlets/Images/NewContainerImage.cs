using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Registries;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Builds an image from a Dockerfile, as <c>docker build</c> does, and writes it: an object for each tag. The context is sent as it is read, without what its
/// <c>.dockerignore</c> leaves out; nothing is copied before. BuildKit builds where the engine prefers it. The steps show as progress, and their output with <c>-Verbose</c>. A step that
/// fails is the error <c>BuildFailed</c>, whose exception has the step, its exit code and its last lines in <c>BuildStep</c>. Ctrl-C ends the build on the engine too.
/// </summary>
[Cmdlet(VerbsCommon.New, "ContainerImage", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ContainerImage))]
public sealed partial class NewContainerImage : EngineCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private RegistryLogins? _logins;

    /// <summary>
    /// The context: a folder, a tar archive of one (plain, or compressed by gzip, bzip2 or xz), or what the engine fetches itself: the address of a git repository
    /// (<c>https://github.com/team/web.git#branch:folder</c>), of a tar archive or of a Dockerfile. Without it the folder that you are in; with <c>-Dockerfile</c> alone there is none.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Alias("Context")]
    [ItemPath]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>The context's path, taken as it is: brackets are no wildcards in it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>
    /// The Dockerfile, where it is not the context's own <c>Dockerfile</c>: a path from where you are, also outside the context. With an archive or an address as context it is the path within that.
    /// </summary>
    [Parameter]
    [Alias("f")]
    [ValidateNotNullOrEmpty]
    public string? File { get; set; }

    /// <summary>The Dockerfile itself, as text or lines, in place of a file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Dockerfile { get; set; }

    /// <summary>The image's names: <c>[registry[:port]/]repository[:tag]</c>. Without a tag it is <c>latest</c>.</summary>
    [Parameter]
    [Alias("t")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference[]? Tag { get; set; }

    /// <summary>Values for the Dockerfile's ARG instructions: <c>NAME=value</c>, <c>NAME</c> alone for this session's value, or a hashtable.</summary>
    [Parameter]
    [EnvironmentVariables]
    public EnvironmentVariable[]? BuildArg { get; set; }

    /// <summary>The stage to build, where the Dockerfile has several; without it the last.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Target { get; set; }

    /// <summary>Labels: <c>key=value</c>, <c>key</c>, or a hashtable.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Takes nothing out of the cache.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Pulls base images also where they are there: the registry may have newer ones.</summary>
    [Parameter]
    public SwitchParameter Pull { get; set; }

    /// <summary>The platform of the image, as <c>os/arch[/variant]</c>; without it the engine's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <summary>Images whose layers may serve as cache.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? CacheFrom { get; set; }

    /// <summary>
    /// Which builder: <c>Default</c> for the one that the engine prefers (or <c>$env:DOCKER_BUILDKIT</c> says), <c>BuildKit</c> or <c>Classic</c>. What only BuildKit knows, in a Dockerfile for the
    /// classic builder, is refused before anything is sent.
    /// </summary>
    [Parameter]
    public ImageBuilder Builder { get; set; }

    /// <summary>A file that the new image's id is written to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IidFile { get; set; }

    /// <summary>Shows no progress.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Secret is not null || Ssh is not null)
        {
            var which = Secret is not null ? "-Secret" : "-Ssh";
            ThrowFailure(
                new DockerException(DockerError.BuildSessionNeeded, $"{which}: BuildKit asks for it in a session with its client, and DockerPS has none yet.")
                { Remedy = "Build with the docker command, which has such a session, or copy what is secret only in a stage that does not become the image." },
                which);
        }

        if (File is not null && Dockerfile is not null)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, "-File and -Dockerfile both say what to build: give one."), File);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _logins ??= new RegistryLogins();
        foreach (var (name, specification) in Specifications())
        {
            foreach (var engine in Engines)
            {
                if (ShouldProcess(specification.Tags.Count == 0 ? name : $"{string.Join(", ", specification.Tags)} from {name}", "Build"))
                {
                    Work.Add(name, (item, cancel) => BuildAsync(item, engine, name, specification, cancel));
                }
            }
        }
    }

    private async Task BuildAsync(WorkItem item, IDockerEngine engine, string name, BuildSpecification specification, CancellationToken cancel)
    {
        var title = "Building " + (specification.Tags.Count == 0 ? name : specification.Tags[0]);
        IReadOnlyList<ContainerImage> built;
        using (var bar = Quiet ? new TransferBar(title, _ => { }) : Bar(title))
        {
            built = await engine.Builds.BuildAsync(specification, new BuildReport(item, bar).Hear, cancel).ConfigureAwait(false);
        }

        if (IidFile is not null)
        {
            item.Do(cmdlet => ((NewContainerImage)cmdlet).WriteId(built[0].ImageId));
        }

        foreach (var image in built)
        {
            item.Write(image);
        }
    }

    private void WriteId(string id)
    {
        try
        {
            global::System.IO.File.WriteAllText(SessionState.Path.GetUnresolvedProviderPathFromPSPath(IidFile), id);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteFailure(new DockerException(DockerError.InvalidArgument, $"-IidFile: {failure.Message}", failure), IidFile);
        }
    }
}
