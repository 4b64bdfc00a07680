using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace DockerPS.Shell.Commands.Items;

/// <summary>Set-Content and Add-Content: values as text, a line each, in UTF-8.</summary>
public abstract class ContentWritingCmdlet : PSCmdlet
{
    private readonly List<object> _values = [];

    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Value { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    private protected abstract FileMode Mode { get; }

    protected override void ProcessRecord() => _values.AddRange((Value ?? []).OfType<object>());

    protected override void EndProcessing()
    {
        byte[] content = AsByteStream
            ? [.. _values.Select(value => LanguagePrimitives.ConvertTo<byte>(value))]
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(string.Concat(_values.Select(Line)));
        foreach (string path in Path)
        {
            using FileStream file = new(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path), Mode, FileAccess.Write, FileShare.Read);
            file.Write(content);
        }
    }

    private string Line(object value) => LanguagePrimitives.ConvertTo<string>(value) + (NoNewline ? "" : System.Environment.NewLine);
}
