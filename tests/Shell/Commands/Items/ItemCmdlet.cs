using System;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

/// <summary>A cmdlet over PowerShell's paths; the providers do the work, here only parameters and errors are.</summary>
public abstract class ItemCmdlet : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    protected bool IsLiteral => LiteralPath.Length > 0;

    protected string[] Paths => IsLiteral ? LiteralPath : Path;

    /// <summary>Providers throw what PowerShell's own cmdlets write: one missing file doesn't end the others.</summary>
    protected void Try(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception failure) when (failure is SessionStateException or ProviderInvocationException or PSArgumentException or PSInvalidOperationException)
        {
            WriteError(new ErrorRecord(((IContainsErrorRecord)failure).ErrorRecord, failure));
        }
    }
}
