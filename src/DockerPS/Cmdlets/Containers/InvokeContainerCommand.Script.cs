using System;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Cmdlets.Containers;

/// <content>Script blocks, run by the container's own PowerShell.</content>
public sealed partial class InvokeContainerCommand
{
    private ScriptCommand? _script;

    /// <summary>
    /// A script block that the PowerShell of the container runs, in place of a command: the image must hold <c>pwsh</c>. What it writes comes back as objects, deserialized as from
    /// another computer, with errors, warnings and all other streams; objects say in <c>PSContainerName</c> where they are from. <c>$using:name</c> is this session's variable.
    /// What comes through the pipeline it finds in <c>$input</c>, as objects.
    /// </summary>
    [Parameter]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <summary>The arguments of the script block, for its <c>param</c> block or <c>$args</c>. They arrive deserialized.</summary>
    [Parameter]
    [Alias("Args")]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? ArgumentList { get; set; }

    private void PrepareScript()
    {
        if (ScriptBlock is null)
        {
            if (ArgumentList is not null)
            {
                Refuse("-ArgumentList is for -ScriptBlock: a command has its arguments in its own words.");
            }

            if ((Command ?? []).Concat(CommandArgument ?? []).Any(word => (word is PSObject wrapped ? wrapped.BaseObject : word) is ScriptBlock))
            {
                Refuse("A script block is no command for a container: give it with -ScriptBlock, and its arguments with -ArgumentList.");
            }

            return;
        }

        if (Command is not null || CommandArgument is not null)
        {
            Refuse("A command and -ScriptBlock exclude each other. A script block's arguments are given with -ArgumentList.");
        }

        if (AsResult || AsByteStream || Detach || Tty)
        {
            Refuse("-ScriptBlock gives objects: -AsResult, -AsByteStream, -Detach and -Tty do not go with it.");
        }

        try
        {
            _script = new ScriptCommand(ScriptBlock, ArgumentList, SessionState.PSVariable);
        }
        catch (FormatException failure)
        {
            Refuse(failure.Message);
        }
    }

    private StandardInput NewInput() => _script?.Input(Thread.Signal, HasInput) ?? new StandardInput(Thread.Signal);

    private static DockerException NoPowerShell(ContainerTarget target, DockerException failure) => new(
        DockerError.CommandNotStarted, $"{target.Name} can't run a script block: it has no pwsh that could be started. {failure.Message}", failure)
    {
        StatusCode = failure.StatusCode,
        Engine = failure.Engine,
        Remedy = "Use an image that holds PowerShell, such as mcr.microsoft.com/powershell, or give a command of the image's own in place of -ScriptBlock.",
    };
}
