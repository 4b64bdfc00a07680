using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace DockerPS.Shell.Commands.Items;

[Cmdlet(VerbsCommon.Get, "Content")]
public sealed class GetContent : ItemCmdlet
{
    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    [Alias("First", "Head")]
    public long TotalCount { get; set; } = -1;

    [Parameter]
    [Alias("Last")]
    public int Tail { get; set; } = -1;

    [Parameter]
    public object? Encoding { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            Try(() => Read(path));
        }
    }

    private void Read(string path)
    {
        if (Raw || AsByteStream)
        {
            foreach (string file in SessionState.Path.GetResolvedProviderPathFromPSPath(IsLiteral ? WildcardPattern.Escape(path) : path, out _))
            {
                WriteObject(AsByteStream ? File.ReadAllBytes(file) : File.ReadAllText(file), enumerateCollection: AsByteStream && !Raw);
            }

            return;
        }

        foreach (IContentReader reader in InvokeProvider.Content.GetReader([path], force: false, IsLiteral))
        {
            using (reader)
            {
                IEnumerable<object?> lines = Lines(reader);
                lines = TotalCount >= 0 ? lines.Take((int)TotalCount) : Tail >= 0 ? lines.TakeLast(Tail) : lines;
                WriteObject(lines, enumerateCollection: true);
            }
        }
    }

    private static IEnumerable<object?> Lines(IContentReader reader)
    {
        for (IList block = reader.Read(readCount: 1); block.Count > 0; block = reader.Read(readCount: 1))
        {
            foreach (object? line in block)
            {
                yield return line;
            }
        }
    }
}
