using System.Collections.Generic;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsCommon.New, "Variable")]
public sealed class NewVariable : PSCmdlet
{
    private readonly List<object?> _values = [];

    [Parameter(Position = 0, Mandatory = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, ValueFromPipeline = true)]
    public object? Value { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => _values.Add(Value);

    protected override void EndProcessing() =>
        SessionState.PSVariable.Set(Scope is null ? Name : $"{Scope}:{Name}", _values.Count == 1 ? _values[0] : _values.ToArray());
}
