using System;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Writing;

[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "Message")]
public sealed class WriteError : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Message")]
    [Parameter(ParameterSetName = "Exception")]
    [Alias("Msg")]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Exception")]
    public Exception? Exception { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = "Message")]
    [Parameter(ParameterSetName = "Exception")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter(ParameterSetName = "Message")]
    [Parameter(ParameterSetName = "Exception")]
    public string? ErrorId { get; set; }

    [Parameter(ParameterSetName = "Message")]
    [Parameter(ParameterSetName = "Exception")]
    public object? TargetObject { get; set; }

    [Parameter]
    public string? RecommendedAction { get; set; }

    protected override void ProcessRecord()
    {
        ErrorRecord record = ErrorRecord is not null
            ? new ErrorRecord(ErrorRecord, ErrorRecord.Exception)
            : new ErrorRecord(Exception ?? new WriteErrorException(Message), ErrorId ?? "", Category, TargetObject);
        if (ErrorRecord is null && Message is not null)
        {
            record.ErrorDetails = new ErrorDetails(Message);
        }

        if (!string.IsNullOrEmpty(RecommendedAction))
        {
            record.ErrorDetails ??= new ErrorDetails(record.Exception.Message);
            record.ErrorDetails.RecommendedAction = RecommendedAction;
        }

        // The error belongs to the function that wrote it: its name and its line are shown.
        if (GetVariableValue("MyInvocation") is InvocationInfo caller)
        {
            Automation.Call(record, "SetInvocationInfo", caller);
            Automation.Set(record, "PreserveInvocationInfoOnce", true);
            record.CategoryInfo.Activity = "Write-Error";
        }

        base.WriteError(record);
    }
}
