using System.Management.Automation;

namespace DockerPS.Shell.Commands.Writing;

[Cmdlet(VerbsCommunications.Write, "Debug")]
public sealed class WriteDebug : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Msg")]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord()
    {
        base.WriteDebug(Message);
    }
}
