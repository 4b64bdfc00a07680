using System;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpression : PSCmdlet
{
    private static readonly object ErrorsWritten = Enum.Parse(
        typeof(ScriptBlock).GetNestedType("ErrorHandlingBehavior", BindingFlags.NonPublic)!, "WriteToCurrentErrorPipe");

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string Command { get; set; } = "";

    // As it comes: a collected result would hold back the output of a long command.
    protected override void ProcessRecord() => Automation.Call(
        InvokeCommand.NewScriptBlock(Command),
        "InvokeUsingCmdlet",
        this,
        false,
        ErrorsWritten,
        AutomationNull.Value,
        Array.Empty<object>(),
        AutomationNull.Value,
        Array.Empty<object>());
}
