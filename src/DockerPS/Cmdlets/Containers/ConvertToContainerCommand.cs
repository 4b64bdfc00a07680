using System.Management.Automation;
using DockerPS.CommandLines;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Writes the <c>docker run</c> line that makes a container like one that is there, or with <c>-DockerPS</c> the line of this module. The line has what the container was given; what it has from its
/// image, and the engine's defaults, are left out. What no line can say is a warning.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ContainerCommand")]
[OutputType(typeof(string))]
public sealed class ConvertToContainerCommand : ContainerCmdlet
{
    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Writes the line of this module: <c>Start-Container -Image</c>; <c>New-Container</c> for a container with a terminal or an input that is attached.</summary>
    [Parameter]
    public SwitchParameter DockerPS { get; set; }

    /// <summary>Writes each option in a line of its own, which goes on behind <c>\</c>, or with <c>-DockerPS</c> behind a backtick.</summary>
    [Parameter]
    public SwitchParameter Wrap { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) =>
                {
                    var recalled = await target.Containers.RecallAsync(target.Id, cancel).ConfigureAwait(false);
                    var line = new RunLine(recalled.Specification, Wrap);
                    foreach (var warning in line.Warnings(docker: !DockerPS))
                    {
                        item.Warn(recalled.Detail.Name + ": " + warning);
                    }

                    item.Write(DockerPS ? line.ForPowerShell() : line.ForDocker());
                });
            }
        }
    }
}
