using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DockerPS.Shell.Commands.Formatting;

[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "Whole")]
[OutputType(typeof(string))]
public sealed class OutString : FrontEndCommandBase
{
    private readonly StringBuilder _text = new();

    public OutString() => Automation.UseOutputter(this);

    [Parameter(ParameterSetName = "Stream")]
    public SwitchParameter Stream { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; } = int.MaxValue;

    [Parameter(ParameterSetName = "Whole")]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        Automation.UseWriter(this, new LineWriter(Take), Width);
        base.BeginProcessing();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!Stream)
        {
            WriteObject(_text.ToString());
        }
    }

    private void Take(string line)
    {
        if (Stream)
        {
            WriteObject(line);
        }
        else if (NoNewline)
        {
            _text.Append(line);
        }
        else
        {
            _text.AppendLine(line);
        }
    }
}
