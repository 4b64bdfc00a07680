using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Split, "Path")]
[OutputType(typeof(string))]
public sealed class SplitPath : ItemCmdlet
{
    [Parameter]
    public SwitchParameter Parent { get; set; }

    [Parameter]
    public SwitchParameter Leaf { get; set; }

    [Parameter]
    public SwitchParameter LeafBase { get; set; }

    [Parameter]
    public SwitchParameter Extension { get; set; }

    [Parameter]
    public SwitchParameter IsAbsolute { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            WriteObject(IsAbsolute ? System.IO.Path.IsPathRooted(path) || SessionState.Path.IsPSAbsolute(path, out _) : Part(path));
        }
    }

    private string Part(string path)
    {
        string leaf = SessionState.Path.ParseChildName(path);
        return Leaf ? leaf
            : LeafBase ? System.IO.Path.GetFileNameWithoutExtension(leaf)
            : Extension ? System.IO.Path.GetExtension(leaf)
            : SessionState.Path.ParseParent(path, root: "");
    }
}
