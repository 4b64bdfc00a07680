using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Push, "Location")]
public sealed class PushLocation : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("LiteralPath")]
    public string? Path { get; set; }

    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if (!string.IsNullOrEmpty(Path))
        {
            SessionState.Path.SetLocation(Path);
        }
    }
}
