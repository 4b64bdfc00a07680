using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace DockerPS.Terminals;

/// <summary>
/// Lines that are drawn over what was drawn of them before. Between two drawings the cursor stands below and is seen: whatever ends the program leaves the terminal as it was.
/// </summary>
internal sealed class LiveTable
{
    private const string HideCursor = "\u001b[?25l";

    private const string ShowCursor = "\u001b[?25h";

    private const string ClearScreen = "\u001b[2J\u001b[H";

    private const string EraseLine = "\r\u001b[2K";

    private const string EraseBelow = "\u001b[J";

    private readonly TextWriter _terminal;
    private int _rows;
    private int _width;

    public LiveTable(TextWriter terminal) => _terminal = terminal;

    /// <summary>Draws lines where the last ones stand. What does not fit is cut off, and rows that were there before and are no more are erased.</summary>
    /// <param name="lines">Lines without line ends.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="height">The terminal's rows.</param>
    public void Draw(IReadOnlyList<string> lines, int width, int height)
    {
        var frame = new StringBuilder(HideCursor);
        if (_rows > 0)
        {
            // A terminal that was made narrower or wider has broken the old lines anew, each in its own way: nobody knows where they stand.
            frame.Append(width == _width ? "\u001b[" + _rows + "A" : ClearScreen);
        }

        var shown = Fitting(lines, height - 1);
        foreach (var line in shown)
        {
            // Erased first: behind a line that fills the row, the last letter would go.
            frame.Append(EraseLine).Append(Cut(line, width)).Append("\r\n");
        }

        _terminal.Write(frame.Append('\r').Append(EraseBelow).Append(ShowCursor).ToString());
        _terminal.Flush();
        _rows = shown.Count;
        _width = width;
    }

    /// <summary>Leaves what is drawn where it stands, because something else was written below. The next drawing begins there.</summary>
    public void Leave() => _rows = 0;

    // The row of the cursor is not to be drawn on: the terminal would scroll, and then the way up is unknown.
    private static IReadOnlyList<string> Fitting(IReadOnlyList<string> lines, int rows)
    {
        if (lines.Count <= rows)
        {
            return lines;
        }

        return rows > 1 ? [.. lines.Take(rows - 1), $"... and {lines.Count - rows + 1} more"] : [.. lines.Take(rows > 0 ? rows : 0)];
    }

    // Lines with colours come from a formatter, which has heeded the width.
    private static string Cut(string line, int width) => line.Length > width && line.IndexOf('\u001b') < 0 ? line.Substring(0, width) : line;
}
