using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Volumes;

/// <summary>
/// Makes volumes, as <c>docker volume create</c> does. A name that is taken already is no error where the driver is the same: the volume that has it is given.
/// </summary>
[Cmdlet(VerbsCommon.New, "ContainerVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ContainerVolume))]
public sealed class NewContainerVolume : EngineCmdlet
{
    /// <summary>The volume's name. Several names make several volumes. Without it the engine makes one up.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Volume")]
    [TypedText]
    [ValidateNotNullOrEmpty]
    public NewName[]? Name { get; set; }

    /// <summary>The driver that keeps it; without it <c>local</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DriverCompleter))]
    public string? Driver { get; set; }

    /// <summary>Options for the driver: <c>key=value</c>, or a hashtable such as <c>@{ type = 'tmpfs'; device = 'tmpfs'; o = 'size=100m' }</c>.</summary>
    [Parameter]
    [Alias("Opt", "o")]
    [Entries]
    public KeyValueOption[]? Option { get; set; }

    /// <summary>Labels: <c>key=value</c>, <c>key</c>, or a hashtable.</summary>
    [Parameter]
    [Labels]
    [ArgumentCompleter(typeof(LabelCompleter))]
    public Label[]? Label { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var engine in Engines)
        {
            foreach (var name in Name?.Select(name => (string?)name.ToString()) ?? [null])
            {
                if (ShouldProcess(name ?? "a volume"))
                {
                    var specification = new VolumeSpecification
                    {
                        Name = name,
                        Driver = Driver,
                        Options = Options.Map(Option),
                        Labels = Options.Map(Label),
                    };
                    Work.Add(name, async (item, cancel) => item.Write(await engine.Volumes.CreateAsync(specification, cancel).ConfigureAwait(false)));
                }
            }
        }
    }
}
