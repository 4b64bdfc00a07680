using System;
using System.Globalization;
using System.Management.Automation.Host;
using DockerPS.Shell.Output;

namespace DockerPS.Shell.Hosting;

/// <summary>What the engine sees of the console.</summary>
internal sealed class ShellHost(ShellSession session, ShellUserInterface userInterface) : PSHost
{
    public override string Name => "DockerPS Shell";

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => userInterface;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => session.RequestExit(exitCode);

    public override void EnterNestedPrompt() => session.EnterNestedPrompt();

    public override void ExitNestedPrompt() => session.ExitNestedPrompt();

    // A native command that draws on the terminal itself must not find the progress bar there.
    public override void NotifyBeginApplication() => userInterface.HideProgress();

    public override void NotifyEndApplication()
    {
    }
}
