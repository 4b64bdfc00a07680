using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace DockerPS.Shell.Commands.Formatting;

/// <summary>Hands each line that the formatter writes to a callback.</summary>
internal sealed class LineWriter(Action<string> onLine) : TextWriter(CultureInfo.CurrentCulture)
{
    public override Encoding Encoding => Encoding.Unicode;

    public override void WriteLine(string? value) => onLine(value ?? "");
}
