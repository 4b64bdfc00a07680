using System.Management.Automation;

namespace DockerPS.Shell.Commands.Writing;

[Cmdlet(VerbsCommunications.Write, "Information")]
public sealed class WriteInformation : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Msg", "Message")]
    [AllowNull]
    public object? MessageData { get; set; }

    [Parameter(Position = 1)]
    public string[] Tags { get; set; } = [];

    protected override void ProcessRecord() => base.WriteInformation(MessageData, Tags);
}
