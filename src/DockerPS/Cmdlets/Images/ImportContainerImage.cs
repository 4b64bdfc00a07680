using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Containers;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Loads the images of archives, as <c>docker image load</c> does, and writes them; or with <c>-RootFileSystem</c> makes an image of a file system in an archive, as
/// <c>docker image import</c> does. Archives are plain or compressed with gzip, bzip2, xz or zstd.
/// </summary>
[Cmdlet(VerbsData.Import, "ContainerImage", SupportsShouldProcess = true, DefaultParameterSetName = OfPath)]
[OutputType(typeof(ContainerImage))]
public sealed class ImportContainerImage : EngineCmdlet
{
    private const string OfPath = "Path";
    private const string OfLiteralPath = "LiteralPath";
    private const string OfUri = "Uri";
    private const string OfBytes = "Bytes";

    private StandardInput? _input;

    /// <summary>The archives: paths or wildcards, or files from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = OfPath)]
    [FilePath]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The archives, whose names are taken as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfLiteralPath)]
    [Alias("PSPath", "LP")]
    [FilePath]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Where the engine fetches the root file system.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfUri)]
    public Uri? Uri { get; set; }

    /// <summary>One archive as bytes from the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = OfBytes)]
    public byte[] InputObject { get; set; } = [];

    /// <summary>The archive is a root file system, and an image is made of it.</summary>
    [Parameter]
    public SwitchParameter RootFileSystem { get; set; }

    /// <summary>The name of the image that is made: <c>[registry[:port]/]repository[:tag]</c>. Without it the image has none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ImageReference? Tag { get; set; }

    /// <summary>Instructions of a Dockerfile for the image that is made: <c>CMD</c>, <c>ENTRYPOINT</c>, <c>ENV</c>, <c>EXPOSE</c>, <c>LABEL</c>, <c>ONBUILD</c>, <c>USER</c>, <c>VOLUME</c>, <c>WORKDIR</c>.</summary>
    [Parameter]
    [Alias("c")]
    public string[] Change { get; set; } = [];

    /// <summary>The comment of the image that is made.</summary>
    [Parameter]
    [Alias("m")]
    public string? Message { get; set; }

    /// <summary>
    /// The platform, as <c>os/arch[/variant]</c>. With <c>-RootFileSystem</c> that of the image that is made; without it the engine's own. For an archive of images the one that is loaded of
    /// several, which needs API version 1.48 (Docker 28).
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Platform { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var refusal = RootFileSystem
            ? Tag is { IsId: true } or { Digest: not null } ? $"{Tag} is no name to give an image: a tag takes the place of a digest or an id." : null
            : ParameterSetName == OfUri || Tag is not null || Change.Length > 0 || Message is not null
                ? "-Uri, -Tag, -Change and -Message are for -RootFileSystem: an archive of images has its own names and settings."
                : null;
        if (refusal is not null)
        {
            ThrowFailure(new DockerException(DockerError.InvalidArgument, refusal), target: null);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case OfBytes:
                AddBytes();
                break;
            case OfUri:
                var address = Uri!.OriginalString;
                Begin(address, (item, engine, cancel) => MakeAsync(item, engine, new RootFileSystemImport { Address = address }, address, cancel));
                break;
            default:
                foreach (var file in Files())
                {
                    Begin(file, (item, engine, cancel) => ReadAsync(item, engine, file, cancel));
                }

                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _input?.End();
        base.EndProcessing();
    }

    private IEnumerable<string> Files()
    {
        foreach (var path in ParameterSetName == OfLiteralPath ? LiteralPath : Path)
        {
            IReadOnlyList<string> files;
            try
            {
                files = ParameterSetName == OfLiteralPath
                    ? [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)]
                    : SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _).ToList();
            }
            catch (ItemNotFoundException failure)
            {
                Work.AddFailure(path, new DockerException(DockerError.PathNotFound, $"There is no archive {path}.", failure));
                continue;
            }

            foreach (var file in files)
            {
                yield return file;
            }
        }
    }

    // How many engines have work to do.
    private int Begin(string source, Func<WorkItem, IDockerEngine, CancellationToken, Task> work)
    {
        var begun = 0;
        foreach (var engine in Engines)
        {
            if (ShouldProcess(source, RootFileSystem ? "Make an image of the root file system" : "Load images"))
            {
                Work.Add(source, (item, cancel) => work(item, engine, cancel));
                begun++;
            }
        }

        return begun;
    }

    // The first bytes begin the request; those that follow are added as they come.
    private void AddBytes()
    {
        const string Source = "the pipeline's bytes";
        if (_input is null)
        {
            if (Engines.Count > 1)
            {
                ThrowFailure(new DockerException(DockerError.InvalidArgument, "What comes through the pipeline can be read once only: give one engine."), Source);
            }

            var input = _input = new StandardInput(Thread.Signal);
            if (ThrottleLimit == 1)
            {
                // There is one archive, and it ends only after what is still to come.
                ThrottleLimit = 2;
            }

            var begun = Begin(Source, async (item, engine, cancel) =>
            {
                using var stop = cancel.Register(input.Close);
                try
                {
                    using var archive = new PipedArchive(input);
                    await SendAsync(item, engine, archive, length: null, Source, cancel).ConfigureAwait(false);
                }
                finally
                {
                    input.Close();
                }
            });
            if (begun == 0)
            {
                input.Close();
            }
        }

        _input.Add(InputObject);
        Work.WaitUntil(() => _input.HasRoom);
    }

    private async Task ReadAsync(WorkItem item, IDockerEngine engine, string file, CancellationToken cancel)
    {
        FileStream archive;
        try
        {
            archive = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DockerException(DockerError.PathNotFound, $"There is no archive {file}.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} can't be read: {failure.Message}", failure);
        }

        using (archive)
        {
            await SendAsync(item, engine, archive, archive.Length, file, cancel).ConfigureAwait(false);
        }
    }

    private Task SendAsync(WorkItem item, IDockerEngine engine, Stream archive, long? length, string source, CancellationToken cancel) => RootFileSystem
        ? MakeAsync(item, engine, new RootFileSystemImport { Archive = archive, Length = length }, source, cancel)
        : LoadAsync(item, engine, archive, length, source, cancel);

    private async Task LoadAsync(WorkItem item, IDockerEngine engine, Stream archive, long? length, string source, CancellationToken cancel)
    {
        IReadOnlyList<string> loaded;
        using (var progress = Bar($"Loading {source}"))
        {
            loaded = await engine.Images.LoadAsync(archive, length, Platform, progress, cancel).ConfigureAwait(false);
        }

        var all = await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false);
        foreach (var image in loaded.SelectMany(name => Reference(name).Among(all)))
        {
            item.Write(image);
        }
    }

    private async Task MakeAsync(WorkItem item, IDockerEngine engine, RootFileSystemImport source, string name, CancellationToken cancel)
    {
        var image = Tag?.WithDefaultTag();
        string id;
        using (var progress = Bar($"Importing {name}"))
        {
            id = await engine.Images.ImportAsync(
                new RootFileSystemImport
                {
                    Archive = source.Archive,
                    Length = source.Length,
                    Address = source.Address,
                    Image = image,
                    Changes = Change,
                    Message = Message,
                    Platform = Platform,
                },
                progress,
                cancel).ConfigureAwait(false);
        }

        foreach (var made in Reference(image?.ToString() ?? id).Among(await engine.Images.ListAsync(new ImageQuery(), cancel).ConfigureAwait(false)))
        {
            item.Write(made);
        }
    }

    private static ContainerImageReference Reference(string name) => new(name, engine: null, isId: false, wholeNameOnly: false, name: null, about: null);
}
