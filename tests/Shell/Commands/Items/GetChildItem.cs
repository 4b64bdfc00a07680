using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Get, "ChildItem")]
public sealed class GetChildItem : ItemCmdlet
{
    [Parameter(Position = 1)]
    public string Filter { get; set; } = "*";

    [Parameter]
    public string[] Include { get; set; } = ["*"];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth { get; set; } = uint.MaxValue;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter File { get; set; }

    [Parameter]
    public SwitchParameter Directory { get; set; }

    [Parameter]
    public SwitchParameter Hidden { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    protected override void ProcessRecord()
    {
        bool recurse = Recurse || MyInvocation.BoundParameters.ContainsKey(nameof(Depth));
        foreach (string path in Paths.Length > 0 ? Paths : ["."])
        {
            Try(() =>
            {
                foreach (PSObject item in InvokeProvider.ChildItem.Get([path], recurse, Depth, Force || Hidden, IsLiteral).Where(Wanted))
                {
                    WriteObject(Name ? item.Properties["PSChildName"].Value : item);
                }
            });
        }
    }

    private bool Wanted(PSObject item)
    {
        string name = item.Properties["PSChildName"]?.Value as string ?? "";
        return !(File && item.BaseObject is DirectoryInfo)
            && !(Directory && item.BaseObject is FileInfo)
            && !(Hidden && item.BaseObject is FileSystemInfo file && !file.Attributes.HasFlag(FileAttributes.Hidden))
            && Matches(name, Filter)
            && Include.Any(pattern => Matches(name, pattern))
            && !Exclude.Any(pattern => Matches(name, pattern));
    }

    private static bool Matches(string name, string pattern) => new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
}
