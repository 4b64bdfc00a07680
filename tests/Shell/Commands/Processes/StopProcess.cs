using System.Diagnostics;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Processes;

[Cmdlet(VerbsLifecycle.Stop, "Process", SupportsShouldProcess = true)]
public sealed class StopProcess : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public int[] Id { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (int id in Id)
        {
            using Process process = Process.GetProcessById(id);
            if (ShouldProcess($"{process.ProcessName} ({id})"))
            {
                process.Kill();
            }
        }
    }
}
