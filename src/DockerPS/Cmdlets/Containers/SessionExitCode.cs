using System.Management.Automation;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Sets <c>$LASTEXITCODE</c>, as a command of the machine itself would.</summary>
internal sealed class SessionExitCode(SessionState session)
{
    private bool _failed;

    /// <summary>Tells of the end of one command. Of several the last that failed counts.</summary>
    public void Set(int exitCode)
    {
        if (exitCode != 0 || !_failed)
        {
            _failed = exitCode != 0;
            session.PSVariable.Set("global:LASTEXITCODE", exitCode);
        }
    }
}
