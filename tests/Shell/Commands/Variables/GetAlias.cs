using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Variables;

[Cmdlet(VerbsCommon.Get, "Alias")]
[OutputType(typeof(AliasInfo))]
public sealed class GetAlias : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public string Definition { get; set; } = "*";

    protected override void ProcessRecord()
    {
        var definition = new WildcardPattern(Definition, WildcardOptions.IgnoreCase);
        WriteObject(
            Name.SelectMany(name => InvokeCommand.GetCommands(name, CommandTypes.Alias, nameIsPattern: true))
                .Where(alias => definition.IsMatch(alias.Definition)),
            enumerateCollection: true);
    }
}
