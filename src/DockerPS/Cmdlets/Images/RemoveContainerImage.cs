using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>
/// Removes images, as <c>docker image rm</c> does: the name that is given, and with its last name the image itself. <c>-WhatIf</c> says what would go and how many
/// bytes that would free.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ContainerImage", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerImageRemoval))]
public sealed class RemoveContainerImage : ImageCmdlet
{
    private readonly Dictionary<string, ImageForecast> _forecasts = new(System.StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _turns = new(System.StringComparer.Ordinal);

    /// <summary>
    /// The images: names (without a tag it is <c>latest</c>), digests, ids or their beginnings, wildcards, or image objects from the pipeline, each of which stands for the
    /// name it shows.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference[] Image { get; set; } = [];

    /// <summary>Removes the name of an image that a stopped container was made of too; and an image given by its id with all its names.</summary>
    [Parameter]
    [Alias("f")]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves the unnamed images that it was built on.</summary>
    [Parameter]
    public SwitchParameter NoPrune { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Image)
        {
            foreach (var target in Find(reference))
            {
                if (ShouldProcess(Describe(target)))
                {
                    AddInTurn(target);
                }
            }
        }
    }

    // One after the other on each engine, as the docker command does it: an image that is built on another must be gone before that one can go.
    private void AddInTurn(ImageTarget target)
    {
        var name = target.Engine.Endpoint.Name;
        var before = _turns.TryGetValue(name, out var last) ? last : Task.CompletedTask;
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _turns[name] = done.Task;
        Add(target, async (item, cancel) =>
        {
            try
            {
                await before.ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
                await RemoveAsync(item, target, cancel).ConfigureAwait(false);
            }
            finally
            {
                done.SetResult(true);
            }
        });
    }

    private async Task RemoveAsync(WorkItem item, ImageTarget target, CancellationToken cancel)
    {
        if (target is { IsFromObject: true, IsNamed: true })
        {
            // What was listed goes, and nothing that has taken its name since.
            var now = await target.Images.InspectAsync(target.Name, cancel).ConfigureAwait(false);
            if (now.ImageId != target.Id)
            {
                throw new DockerException(DockerError.StateConflict, $"{target.Name} is another image by now: it was {ImageTarget.Short(target.Id)}, and is {ImageTarget.Short(now.ImageId)}.")
                { Engine = target.Engine.Endpoint.Name };
            }
        }

        foreach (var removed in await target.Images.RemoveAsync(target.Name, Force, NoPrune, cancel).ConfigureAwait(false))
        {
            item.Write(removed);
        }
    }

    // To foresee what goes, all images must be looked at: only where somebody reads it.
    private string Describe(ImageTarget target)
    {
        if (!IsAsked("WhatIf", "WhatIfPreference") && !IsAsked("Confirm", variable: null))
        {
            return target.ToString();
        }

        try
        {
            var forecast = Await(cancel => ForecastAsync(target, cancel));
            return $"{target} ({forecast.Remove(target, Force, NoPrune)})";
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, target.Name);
            return target.ToString();
        }
    }

    private async Task<ImageForecast> ForecastAsync(ImageTarget target, CancellationToken cancel)
    {
        var engine = target.Engine;
        if (!_forecasts.TryGetValue(engine.Endpoint.Name, out var forecast))
        {
            _forecasts.Add(engine.Endpoint.Name, forecast = await ImageForecast.ReadAsync(engine.Images, cancel).ConfigureAwait(false));
        }

        await forecast.MeasureAsync(target, cancel).ConfigureAwait(false);
        return forecast;
    }

    private bool IsAsked(string parameter, string? variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var bound) ? LanguagePrimitives.IsTrue(bound)
        : variable is not null && LanguagePrimitives.IsTrue(GetVariableValue(variable));
}
