using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Processes;

[Cmdlet(VerbsCommon.Get, "Process")]
[OutputType(typeof(Process))]
public sealed class GetProcess : PSCmdlet
{
    [Parameter(Position = 0)]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    [Alias("PID")]
    public int[] Id { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (Id.Length > 0)
        {
            WriteObject(Id.Select(Process.GetProcessById), enumerateCollection: true);
            return;
        }

        Process[] all = Process.GetProcesses();
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            Process[] found = [.. all.Where(process => pattern.IsMatch(process.ProcessName)).OrderBy(process => process.ProcessName, StringComparer.OrdinalIgnoreCase)];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"Cannot find a process with the name \"{name}\"."), "NoProcessFoundForGivenName", ErrorCategory.ObjectNotFound, name));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
