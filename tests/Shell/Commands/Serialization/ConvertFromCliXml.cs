using System.Management.Automation;

namespace DockerPS.Shell.Commands.Serialization;

[Cmdlet(VerbsData.ConvertFrom, "CliXml")]
public sealed class ConvertFromCliXml : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string InputObject { get; set; } = "";

    protected override void ProcessRecord() => WriteObject(Clixml.Read(InputObject), enumerateCollection: true);
}
