using System.Linq;
using System.Management.Automation;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsDiagnostic.Resolve, "Path")]
public sealed class ResolvePath : ItemCmdlet
{
    [Parameter]
    public SwitchParameter Relative { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            Try(() => WriteObject(
                SessionState.Path.GetResolvedPSPathFromPSPath(IsLiteral ? WildcardPattern.Escape(path) : path)
                    .Select(found => Relative ? (object)RelativePath(found.Path) : found),
                enumerateCollection: true));
        }
    }

    private string RelativePath(string path) =>
        System.IO.Path.Combine(".", SessionState.Path.NormalizeRelativePath(path, SessionState.Path.CurrentLocation.ProviderPath));
}
