using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Writing;

[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHost : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage
        {
            Message = TextOf(Object),
            NoNewLine = NoNewline,
            ForegroundColor = ForegroundColor,
            BackgroundColor = BackgroundColor,
        };
        WriteInformation(message, ["PSHOST"]);
    }

    private string TextOf(object? value)
    {
        object? inner = value is PSObject wrapper ? wrapper.BaseObject : value;
        return inner switch
        {
            null => "",
            string text => text,
            PSCustomObject => value!.ToString() ?? "",
            IEnumerable items => string.Join(Separator.ToString(), items.Cast<object?>().Select(TextOf)),
            _ => value!.ToString() ?? "",
        };
    }
}
