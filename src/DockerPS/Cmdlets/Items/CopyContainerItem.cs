using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Cmdlets.Containers;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Items;

/// <summary>
/// Copies files and folders between this machine and containers, or from one container to another, as <c>docker container cp</c> does. The containers need not run.
/// A path in a container is written <c>container:path</c>; or <c>:path</c>, when the container is given by <c>-Container</c> or comes from the pipeline. Into a folder that is there the source is
/// copied under its own name; a target that is not there gets the source under the target's name, and the folder around it must be there. A source that ends with <c>/.</c> stands for the
/// folder's content. What comes out of a container is not trusted: an entry that would leave the destination is refused with an error that names it, and the others are copied.
/// </summary>
[Cmdlet(VerbsCommon.Copy, "ContainerItem", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
public sealed class CopyContainerItem : ContainerCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    // What is copied to this machine is written one after the other: two containers may have files of the same names.
    private readonly SemaphoreSlim _local = new(1);
    private readonly List<ContainerItemPath> _gathered = [];
    private bool _gathers;

    /// <summary>
    /// What is copied: paths of this machine, <c>container:path</c>, or file objects from the pipeline. Wildcards are taken in both; those of a path in a container tell upper and lower case
    /// apart, and what they begin in is read as a whole. A text whose colon ends the name of a drive of PowerShell is of this machine.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ArgumentCompleter(typeof(ContainerItemCompleter))]
    public ContainerItemPath[] Path { get; set; } = [];

    /// <summary>As <c>-Path</c>, but wildcards mean themselves.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("LP")]
    [ArgumentCompleter(typeof(ContainerItemCompleter))]
    public ContainerItemPath[] LiteralPath { get; set; } = [];

    /// <summary>Where it is copied to: a path of this machine, or <c>container:path</c>. For several sources it must be a folder that is there.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ContainerItemCompleter))]
    public ContainerItemPath Destination { get; set; } = null!;

    /// <summary>The containers of the paths that begin with a colon: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>
    /// Owners are kept. To a container, what is copied belongs to the user that the container runs as; between containers, to whom it belonged before; to this machine likewise, when the account
    /// is root.
    /// </summary>
    [Parameter]
    public SwitchParameter Archive { get; set; }

    /// <summary>A source that is a symbolic link stands for what it points to. Links inside a folder, and those that wildcards in a container find, stay links.</summary>
    [Parameter]
    public SwitchParameter FollowLink { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _gathers = !MyInvocation.BoundParameters.ContainsKey(nameof(Path)) && !MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_gathers)
        {
            // Only when all are known it is known whether there are several.
            _gathered.AddRange(Path);
        }
        else
        {
            Copy(ParameterSetName == LiteralPathSet ? LiteralPath : Path, literal: ParameterSetName == LiteralPathSet);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_gathered.Count > 0)
        {
            Copy(_gathered, literal: false);
        }

        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _local.Dispose();
        }
    }

    private void Copy(IReadOnlyList<ContainerItemPath> given, bool literal)
    {
        var destination = Read(Destination, literal: true);
        var local = new List<LocalPath>();
        var contained = new List<ItemAddress>();
        foreach (var item in given)
        {
            var address = Read(item, literal);
            if (!address.IsLocal)
            {
                contained.Add(address);
            }
            else if (destination.IsLocal)
            {
                ThrowFailure(NoContainer(item), item.Text);
            }
            else
            {
                AddLocal(address, local);
            }
        }

        var several = local.Count + contained.Count > 1;
        if (!destination.IsLocal)
        {
            foreach (var target in FindAll(destination))
            {
                CopyTo(target, local, destination.Path, several);
                contained.ForEach(source => CopyAcross(source, target, destination.Path, several));
            }
        }
        else if (contained.Count > 0)
        {
            var target = new LocalPaths(SessionState.Path).Literal(destination.Path);
            contained.ForEach(source => CopyFrom(source, target, several));
        }
    }

    private void AddLocal(ItemAddress address, List<LocalPath> local)
    {
        try
        {
            var paths = new LocalPaths(SessionState.Path);
            local.AddRange(address.IsLiteral ? [paths.Literal(address.Path)] : paths.Resolve(address.Path));
        }
        catch (DockerException failure)
        {
            Work.AddFailure(address.Path, failure);
        }
    }

    private void CopyTo(ContainerTarget target, IReadOnlyList<LocalPath> sources, string path, bool several)
    {
        var wanted = sources.Where(source => ShouldProcess($"{target.Name}:{path}", $"Copy {source.Path}")).ToList();
        if (wanted.Count > 0)
        {
            Add(target, async (item, cancel) =>
            {
                using var bar = Bar($"Copying to {target.Name}:{path}");
                await target.Engine.Items.CopyToAsync(target.Id, wanted, path, Options(item, several), bar, cancel).ConfigureAwait(false);
            });
        }
    }

    private void CopyAcross(ItemAddress source, ContainerTarget target, string path, bool several)
    {
        foreach (var from in FindAll(source).Where(from => ShouldProcess($"{target.Name}:{path}", $"Copy {from.Name}:{source.Path}")))
        {
            Add(target, async (item, cancel) =>
            {
                using var bar = Bar($"Copying {from.Name}:{source.Path} to {target.Name}:{path}");
                try
                {
                    await from.Engine.Items.CopyAcrossAsync(
                        from.Id, source.ToSource(), target.Engine.Items, target.Id, path, Options(item, several), bar, cancel).ConfigureAwait(false);
                }
                catch (DockerException failure)
                {
                    throw failure.Naming(from.Id, from.Name);
                }
            });
        }
    }

    private void CopyFrom(ItemAddress source, LocalPath target, bool several)
    {
        foreach (var from in FindAll(source).Where(from => ShouldProcess(target.Path, $"Copy {from.Name}:{source.Path}")))
        {
            Add(from, async (item, cancel) =>
            {
                await _local.WaitAsync(cancel).ConfigureAwait(false);
                try
                {
                    using var bar = Bar($"Copying {from.Name}:{source.Path}");
                    await from.Engine.Items.CopyFromAsync(from.Id, source.ToSource(), target, Options(item, several), bar, cancel).ConfigureAwait(false);
                }
                finally
                {
                    _local.Release();
                }
            });
        }
    }

    private ItemCopyOptions Options(WorkItem item, bool several) => new()
    {
        Archive = Archive,
        FollowLink = FollowLink,
        Several = several,
        Refused = item.Fail,
    };

    private IEnumerable<ContainerTarget> FindAll(ItemAddress address)
    {
        if (address.Container is null && Container.Length == 0)
        {
            ThrowFailure(
                new DockerException(
                    DockerError.InvalidArgument, $"':{address.Path}' names no container: write container:{address.Path}, or give the container by -Container or the pipeline."),
                address.Path);
        }

        return (address.Container is { } own ? [own] : Container).SelectMany(Find);
    }

    private ItemAddress Read(ContainerItemPath path, bool literal)
    {
        try
        {
            return ItemAddress.Read(path, literal, IsDrive);
        }
        catch (DockerException failure)
        {
            ThrowFailure(failure, path.Text);
            throw;
        }
    }

    private bool IsDrive(string name) => SessionState.Drive.GetAll().Any(drive => drive.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private DockerException NoContainer(ContainerItemPath item) => new(
        DockerError.InvalidArgument,
        $"Neither {item.Text} nor {Destination.Text} is in a container: write container:path, or :path with -Container. Copy-Item copies on this machine.");
}
