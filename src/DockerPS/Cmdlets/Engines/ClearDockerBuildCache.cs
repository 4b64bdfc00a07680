using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Removes build cache that nothing uses, as <c>docker builder prune</c> does, and writes how much went. It can't be had back but by building anew, so the command asks before;
/// <c>-Confirm:$false</c> answers. <c>-WhatIf</c> says how much there is to go.
/// </summary>
[Cmdlet(VerbsCommon.Clear, "DockerBuildCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClearedBuildCache))]
public sealed class ClearDockerBuildCache : EngineCmdlet
{
    /// <summary>Removes all unused cache: also what images share, and what the builder keeps for itself.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter All { get; set; }

    /// <summary>So much cache stays, what was used last first: <c>10g</c>, <c>512MB</c>.</summary>
    [Parameter]
    public ByteSize? KeepStorage { get; set; }

    /// <summary>Only cache that no build has used for so long: <c>24h</c>, a TimeSpan, or seconds.</summary>
    [Parameter]
    public Duration? OlderThan { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var query = new BuildCacheQuery { All = All, KeepStorage = KeepStorage?.Bytes, OlderThan = OlderThan?.ToTimeSpan() };
        foreach (var engine in Engines)
        {
            List<BuildCacheRecord> unused;
            try
            {
                var since = OlderThan is null ? DateTime.MaxValue : DateTime.Now - OlderThan.ToTimeSpan();
                unused = Await(engine.Builds.CacheAsync).Where(record => !record.InUse && (All || !record.Shared) && (record.LastUsed ?? DateTime.MinValue) < since).ToList();
            }
            catch (DockerException failure)
            {
                WriteFailure(failure, engine.Endpoint.Name);
                continue;
            }

            var kept = KeepStorage is null ? "" : $", but for {KeepStorage}";
            var most = $"the build cache of {engine.Endpoint.Name}: at most {unused.Count} pieces with {ByteText.Of(unused.Sum(record => record.Size))}{kept}";
            if (ShouldProcess(most, "Remove"))
            {
                Work.Add(engine.Endpoint.Name, async (item, cancel) => item.Write(await engine.Builds.ClearCacheAsync(query, cancel).ConfigureAwait(false)));
            }
        }
    }
}
