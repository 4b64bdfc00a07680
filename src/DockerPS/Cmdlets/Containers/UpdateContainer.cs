using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.CommandLines;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Puts a new container in the place of one that is there: with a newer image of the same name, with another image, or with other options. The image is pulled first; then the old container is stopped and kept aside, and the
/// new one gets its name, networks, addresses and volumes, those without a name too, and is started. When it is healthy, or without a health check still runs after two seconds, the old one is removed. If anything
/// fails, or with Ctrl-C, the old container runs again as before. Nothing is done where the image is not newer and no option is given.
/// </summary>
[Cmdlet(VerbsData.Update, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ImageSet)]
[OutputType(typeof(Container))]
public sealed class UpdateContainer : ContainerCreateCmdlet
{
    private static readonly TimeSpan PutBackLimit = TimeSpan.FromMinutes(3);

    // About how it is done, not about the container.
    private static readonly string[] Ways = [nameof(Pull), nameof(Quiet), nameof(DisableContentTrust), nameof(CidFile)];

    private int _underWay;

    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ImageSet)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Another image: a name with tag or digest, an id, or an image object. Without it the one that the container was made of, by its name.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference? Image { get; set; }

    /// <summary>Keeps the old container, stopped, as <c>name-old-</c> and the beginning of its id, and without its restart policy.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter KeepOld { get; set; }

    /// <summary>Makes the container anew also where nothing is new.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Recreate { get; set; }

    /// <summary>The longest that the new container may take to be healthy: seconds, a TimeSpan, or text such as <c>1m30s</c>. The default is no limit: the health check's own end it.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Seconds]
    public Duration? Timeout { get; set; }

    /// <summary>Not a parameter here: the container keeps its name.</summary>
    public override ContainerName[]? Name { get; set; }

    private protected override ContainerImageReference? ImageToUse => Image;

    private List<string> Changes => RunFlags.All.Select(flag => flag.Parameter).Concat([nameof(Command), nameof(CommandArgument)]).Where(Given).Except(Ways, StringComparer.Ordinal).ToList();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var other = Image is null ? null : ImageName(Image);
        var given = Specification(other ?? new ImageReference("none"));
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                if (ShouldProcess(target.Description, Question(other)))
                {
                    Add(target, (item, cancel) => UpdateAsync(item, target, other, given, cancel));
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // What is half done is put back first, however the command ends.
            StopProcessing();
            SpinWait.SpinUntil(() => Volatile.Read(ref _underWay) == 0, PutBackLimit);
        }

        base.Dispose(disposing);
    }

    // Held against the rules together with what the container has already.
    private protected override void Check(ContainerSpecification specification)
    {
    }

    private async Task UpdateAsync(WorkItem item, ContainerTarget target, ImageReference? other, ContainerSpecification given, CancellationToken cancel)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var old = await target.Containers.RecallAsync(target.Id, cancel).ConfigureAwait(false);
            Refuse(old);
            var image = other ?? new ImageReference(old.Specification.Image);
            var specification = old.Specification.WithName($"{old.Detail.Name}-new-{Guid.NewGuid():N}");
            SpecificationChange.Apply(specification, given, Given);
            CheckTogether(specification, given);
            specification.Image = image.ToString();
            AddVolumes(specification, old.UnnamedVolumes);

            using var idFile = ContainerIdFile.Claim(given.IdFile);
            var maker = new ContainerMaker(target.Engine, image, specification, Policy(image), Pulls, PullBar);
            var options = new ReplacementOptions(Recreate || Changes.Count > 0, KeepOld, Timeout?.ToTimeSpan());
            var id = await ReplaceAsync(new ContainerReplacement(target, old, maker, options), item, cancel).ConfigureAwait(false);
            idFile?.Write(id);
            if (await new ContainerTarget(target.Engine, id, old.Detail.Name, about: null).ReadAsync(cancel).ConfigureAwait(false) is { } now)
            {
                item.Write(now);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<string> ReplaceAsync(ContainerReplacement replacement, WorkItem item, CancellationToken cancel)
    {
        try
        {
            return await replacement.RunAsync(item, cancel).ConfigureAwait(false);
        }
        catch (DockerException failure) when (!Given(nameof(Pull)) && failure.Error is DockerError.ImageNotFound or DockerError.PullFailed or DockerError.AccessDenied)
        {
            throw new DockerException(failure.Error, failure.Message, failure)
            { StatusCode = failure.StatusCode, Engine = failure.Engine, Remedy = "For an image that is in no registry give -Pull Missing: the one that is on the engine is taken." };
        }
    }

    private string Question(ImageReference? other)
    {
        var image = other is null ? "its image" : other.ToString();
        var pulled = Given(nameof(Pull)) && Pull != PullPolicy.Always ? "" : ", pulled anew";
        var changes = Changes is { Count: > 0 } names ? " and with other " + string.Join(", ", names) : "";
        return $"Replace by a new container of {image}{pulled}{changes}{(KeepOld ? ", and keep the old one" : "")}";
    }

    // An image that is named by its id is here or nowhere.
    private PullPolicy Policy(ImageReference image) => image.IsId ? PullPolicy.Never : Given(nameof(Pull)) ? Pull : PullPolicy.Always;

    private static void Refuse(RecalledContainer old)
    {
        var why = old.Detail.State switch
        {
            ContainerState.Paused => "it is paused: Resume-Container first",
            ContainerState.Removing or ContainerState.Dead => $"it is {old.Detail.StateText}",
            ContainerState.Running or ContainerState.Restarting when old.Specification.AutoRemove => "it removes itself when it stops (-Rm), so it could not be put back",
            _ => null,
        };
        if (why is not null)
        {
            throw new DockerException(DockerError.StateConflict, $"{old.Detail.Name} can't be updated: {why}.") { Engine = old.Detail.Engine };
        }
    }

    // The networks that it is in already need not be such as can be given at once.
    private static void CheckTogether(ContainerSpecification specification, ContainerSpecification given)
    {
        var rules = specification.WithName(specification.Name);
        if (given is { Networks: null, NetworkAliases: null, Ip: null, Ip6: null, LinkLocalIps: null, MacAddress: null })
        {
            (rules.Networks, rules.NetworkAliases) = (null, null);
        }

        SpecificationRules.Check(rules);
    }

    // By the names that the engine made up the new container has them too; where an option puts something else in their place, it does not.
    private static void AddVolumes(ContainerSpecification specification, IReadOnlyList<VolumeBinding> unnamed)
    {
        var taken = (specification.Volumes ?? []).Where(volume => volume.Source is not null).Select(volume => volume.Target)
            .Concat((specification.Mounts ?? []).Where(mount => mount.Source is not null || mount.Type != MountType.Volume).Select(mount => mount.Target))
            .Concat((specification.Tmpfs ?? []).Select(folder => folder.Target));
        var moved = unnamed.Where(volume => !taken.Contains(volume.Target, StringComparer.Ordinal)).ToList();
        if (moved.Count > 0)
        {
            HashSet<string> targets = [.. moved.Select(volume => volume.Target)];
            specification.Mounts = specification.Mounts?.Where(mount => !targets.Contains(mount.Target)).ToList();
            specification.Volumes = [.. (specification.Volumes ?? []).Where(volume => !targets.Contains(volume.Target)), .. moved];
        }
    }
}
