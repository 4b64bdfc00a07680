using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Events;

[Cmdlet(VerbsCommon.Get, "Event")]
[OutputType(typeof(PSEventArgs))]
public sealed class GetEvent : PSCmdlet
{
    [Parameter(Position = 0)]
    public string SourceIdentifier { get; set; } = "*";

    protected override void EndProcessing()
    {
        var pattern = new WildcardPattern(SourceIdentifier, WildcardOptions.IgnoreCase);
        WriteObject(Events.ReceivedEvents.Where(one => pattern.IsMatch(one.SourceIdentifier)).ToList(), enumerateCollection: true);
    }
}
