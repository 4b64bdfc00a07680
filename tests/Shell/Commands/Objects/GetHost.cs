using System.Management.Automation;

namespace DockerPS.Shell.Commands.Objects;

[Cmdlet(VerbsCommon.Get, "Host")]
public sealed class GetHost : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Host);
}
