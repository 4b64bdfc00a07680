using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Daemon;

/// <summary>
/// Removes what nothing uses, as <c>docker system prune</c> does: stopped containers, networks without containers, images without a tag, build cache; with <c>-All</c> all
/// unused images and cache, with <c>-Volumes</c> unused anonymous volumes too. It asks before each thing; <c>-Confirm:$false</c> answers. <c>-WhatIf</c> lists each thing with its bytes.
/// Exactly what was listed goes, each by its id: what came into use or was made meanwhile stays.
/// </summary>
[Cmdlet(VerbsCommon.Clear, "DockerSystem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DockerDiskUsageItem))]
public sealed class ClearDockerSystem : EngineCmdlet
{
    private long _bytes;

    /// <summary>All images that no container was made of, not only those without a tag; and all unused build cache.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter All { get; set; }

    /// <summary>Anonymous volumes that no container has, too. Those with names stay: <c>Get-ContainerVolume -Unused</c> lists them.</summary>
    [Parameter]
    public SwitchParameter Volumes { get; set; }

    /// <summary>Only things with these labels: <c>key</c> or <c>key=value</c>, or a hashtable; all must be there. Build cache has none, and stays then.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <summary>Only things that were made before; of build cache what was last used before. A DateTime, a TimeSpan or text such as 24h (that long ago).</summary>
    [Parameter]
    public TimePoint? Until { get; set; }

    /// <summary>Writes each thing that went, with its bytes.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var engine in Engines)
        {
            try
            {
                Clear(engine, Await(cancel => SystemContents.ReadAsync(engine, cancel)));
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, engine.Endpoint.Name);
            }
        }

        base.EndProcessing();
    }

    // Each kind is done with before the next: images go when their containers have gone.
    private void Clear(IDockerEngine engine, SystemContents contents)
    {
        _bytes = 0;
        var going = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Agreed(contents.StoppedContainers(IsWanted)))
        {
            going.Add(item.Id);
            Remove(item, cancel => engine.Containers.RemoveAsync(item.Id, force: false, volumes: false, cancel));
        }

        Work.Finish();
        foreach (var item in Agreed(contents.UnusedNetworks(going, IsWanted)))
        {
            Remove(item, cancel => engine.Networks.RemoveAsync(item.Id, cancel));
        }

        foreach (var item in Agreed(Volumes ? contents.UnusedVolumes(going, IsWanted) : []))
        {
            Remove(item, cancel => engine.Volumes.RemoveAsync(item.Id, force: false, cancel));
        }

        // One after the other: an image that others were built on goes after them.
        foreach (var item in Agreed(contents.UnusedImages(going, All, IsWanted)))
        {
            Remove(item, cancel => RemoveImageAsync(engine, item.Id, contents.TagsOf(item.Id), cancel));
            Work.Finish();
        }

        ClearCache(engine, Agreed(Label is null ? contents.UnusedCache(All, IsWanted) : []).ToList());
        WriteVerbose($"{engine.Endpoint.Name}: {ByteText.Of(_bytes)} in all.");
    }

    private IEnumerable<DockerDiskUsageItem> Agreed(IEnumerable<DockerDiskUsageItem> items)
    {
        foreach (var item in items.OrderByDescending(item => item.Created ?? DateTime.MaxValue).ToList())
        {
            var agreed = ShouldProcess(Description(item), "Remove");
            if (agreed || IsWhatIf)
            {
                _bytes += item.Size ?? 0;
                yield return item;
            }
        }
    }

    private void Remove(DockerDiskUsageItem item, Func<CancellationToken, Task> remove)
    {
        if (!IsWhatIf)
        {
            Work.Add(item.ToString(), async (work, cancel) =>
            {
                try
                {
                    await remove(cancel).ConfigureAwait(false);
                }
                catch (DockerException failure) when (failure.Naming(item.Id, item.ToString()) is var named && named != failure)
                {
                    throw named;
                }

                if (PassThru)
                {
                    work.Write(item);
                }
            });
        }
    }

    // A tag that was given to another image meanwhile is that one's.
    private static async Task RemoveImageAsync(IDockerEngine engine, string id, IReadOnlyList<string> tags, CancellationToken cancel)
    {
        foreach (var tag in tags)
        {
            if ((await engine.Images.InspectAsync(tag, cancel).ConfigureAwait(false)).ImageId == id)
            {
                await engine.Images.RemoveAsync(tag, force: false, noPrune: false, cancel).ConfigureAwait(false);
            }
        }

        if (tags.Count == 0)
        {
            await engine.Images.RemoveAsync(id, force: false, noPrune: false, cancel).ConfigureAwait(false);
        }
    }

    // A piece goes only after those that were built on it: they are gone through until none goes any more.
    private void ClearCache(IDockerEngine engine, List<DockerDiskUsageItem> pieces)
    {
        for (var before = int.MaxValue; !IsWhatIf && pieces.Count > 0 && pieces.Count < before;)
        {
            before = pieces.Count;
            pieces = pieces.Where(piece =>
            {
                var cleared = Await(cancel => engine.Builds.ClearCacheAsync(new BuildCacheQuery { All = All, Id = piece.Id }, cancel));
                var gone = cleared.Deleted.Contains(piece.Id, StringComparer.Ordinal);
                if (gone && PassThru)
                {
                    WriteObject(piece);
                }

                return !gone;
            }).ToList();
        }

        foreach (var piece in IsWhatIf ? [] : pieces)
        {
            WriteVerbose($"The builder keeps {Description(piece)}: something was built on it.");
        }
    }

    private static string Description(DockerDiskUsageItem item)
    {
        var kind = item.Kind == DockerResourceKind.BuildCache ? "build cache" : item.Kind.ToString().ToLowerInvariant();
        var name = item.Kind == DockerResourceKind.BuildCache ? item.Id : item.ToString();
        return item.Size is { } size && item.Kind != DockerResourceKind.Network ? $"{kind} {name} ({ByteText.Of(size)})" : $"{kind} {name}";
    }

    private bool IsWanted(IReadOnlyDictionary<string, string> labels, DateTime? made) =>
        (Label ?? []).All(label => labels.TryGetValue(label.Key, out var value) && (label.Value.Length == 0 || value == label.Value))
        && (Until is null || made < Until.ToMoment(DateTimeOffset.Now).LocalDateTime);
}
