using System.Management.Automation;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>A job as <c>Get-Job</c> gives it: it has a name, and an id that could begin a container's.</summary>
internal sealed class IdleJob(string name) : Job("idle", name)
{
    public override bool HasMoreData => false;

    public override string Location => "here";

    public override string StatusMessage => "";

    public override void StopJob()
    {
    }
}
