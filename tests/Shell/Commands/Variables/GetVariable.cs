using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsCommon.Get, "Variable")]
public sealed class GetVariable : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            List<PSVariable> found = [.. Find(name)];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"Cannot find a variable with the name '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name));
            }

            WriteObject(found.Select(variable => ValueOnly ? variable.Value : variable), enumerateCollection: true);
        }
    }

    private IEnumerable<PSVariable> Find(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return SessionState.PSVariable.Get(Scope is null ? name : $"{Scope}:{name}") is { } variable ? [variable] : [];
        }

        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        return InvokeProvider.ChildItem.Get("Variable:", recurse: false)
            .Select(item => item.BaseObject)
            .OfType<PSVariable>()
            .Where(variable => pattern.IsMatch(variable.Name))
            .OrderBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase);
    }
}
