using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsData.Convert, "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPath : ItemCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            Try(() => WriteObject(
                SessionState.Path.GetResolvedProviderPathFromPSPath(IsLiteral ? WildcardPattern.Escape(path) : path, out _),
                enumerateCollection: true));
        }
    }
}
