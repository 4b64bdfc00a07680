using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Lists the published ports of containers, as <c>docker container port</c> does.</summary>
[Cmdlet(VerbsCommon.Get, "ContainerPort")]
[OutputType(typeof(PublishedPort))]
public sealed class GetContainerPort : ContainerCmdlet
{
    /// <summary>The containers: names, ids, beginnings of ids, wildcards, or container objects from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>Only this port of the container: <c>80</c>, <c>53/udp</c>. Without a protocol every one counts.</summary>
    [Parameter(Position = 1)]
    public string[]? Port { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var reference in Container)
        {
            foreach (var target in Find(reference))
            {
                Add(target, async (item, cancel) =>
                {
                    var detail = await target.Containers.InspectAsync(target.Id, size: false, cancel).ConfigureAwait(false);
                    // Those of a container that does not run are wishes: nothing answers for them.
                    var answered = detail.State is ContainerState.Running or ContainerState.Paused ? detail.Ports : [];
                    foreach (var port in answered.Where(port => port.HostPort is not null && IsWanted(port)))
                    {
                        item.Write(new PublishedPort
                        {
                            Container = detail.Name,
                            Port = port.Port,
                            Protocol = port.Protocol,
                            HostIp = port.HostIp ?? "",
                            HostPort = port.HostPort!.Value,
                            Engine = detail.Engine,
                        });
                    }
                });
            }
        }
    }

    private bool IsWanted(ContainerPort port)
    {
        var number = port.Port.ToString(CultureInfo.InvariantCulture);
        return Port is null || Port.Any(wanted => wanted == number || string.Equals(wanted, number + "/" + port.Protocol, StringComparison.OrdinalIgnoreCase));
    }
}
