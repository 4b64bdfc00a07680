using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace DockerPS.Shell.Output;

/// <summary>
/// Bars on the screen's last lines. Text that is written meanwhile scrolls above them; where nothing can be drawn, there is no progress at all.
/// </summary>
internal sealed class ProgressPane(Terminal terminal)
{
    private const int MaxBars = 4;
    private const int MaxWidth = 120;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly List<(long Source, ProgressRecord Record)> _records = [];
    private readonly Stopwatch _sinceDrawn = Stopwatch.StartNew();
    private int _shown;

    public void Update(long source, ProgressRecord record)
    {
        if (!terminal.CanDraw)
        {
            return;
        }

        int known = _records.FindIndex(one => one.Source == source && one.Record.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (known >= 0)
            {
                Remove(source, record.ActivityId);
                Hide();
                Draw();
            }

            return;
        }

        if (known >= 0)
        {
            _records[known] = (source, record);
        }
        else
        {
            _records.Add((source, record));
        }

        if (known < 0 || _sinceDrawn.Elapsed > Pace)
        {
            Hide();
            Draw();
        }
    }

    public void Clear()
    {
        Hide();
        _records.Clear();
    }

    public void Hide()
    {
        if (_shown > 0)
        {
            AtBottom(_shown, Enumerable.Repeat("", _shown));
            _shown = 0;
        }
    }

    /// <summary>After text was written. In the middle of a line the bars wait: the cursor's column would be lost.</summary>
    public void ShowAgain(bool lineEnded)
    {
        if (_records.Count > 0 && lineEnded)
        {
            Draw();
        }
    }

    private void Remove(long source, int activity)
    {
        _records.RemoveAll(one => one.Source == source && one.Record.ActivityId == activity);
        foreach (int child in _records.Where(one => one.Source == source && one.Record.ParentActivityId == activity).Select(one => one.Record.ActivityId).ToList())
        {
            Remove(source, child);
        }
    }

    private void Draw()
    {
        List<string> bars = [.. _records.TakeLast(MaxBars).Select(one => Bar(one.Record, one.Record.ParentActivityId >= 0 ? 2 : 0))];
        if (bars.Count > 0)
        {
            // Makes room below the cursor, and scrolls only where there is none.
            Console.Out.Write(string.Concat(Enumerable.Repeat("\x1b" + "D", bars.Count)) + $"\x1b[{bars.Count}A");
            AtBottom(bars.Count, bars);
        }

        _shown = bars.Count;
        _sinceDrawn.Restart();
    }

    private static void AtBottom(int rows, IEnumerable<string> lines)
    {
        var output = new StringBuilder("\x1b" + "7");
        int row = Terminal.Height - rows;
        foreach (string line in lines)
        {
            output.Append("\x1b[").Append(++row).Append(";1H\x1b[2K").Append(line);
        }

        Console.Out.Write(output.Append("\x1b" + "8"));
    }

    /// <summary>One line as PowerShell 7 shows it: the activity, and a bar whose text is the status.</summary>
    private string Bar(ProgressRecord record, int indent)
    {
        int width = Math.Min(Terminal.Width, MaxWidth) - 1 - indent;
        string activity = Cut(record.Activity, width / 2);
        int inside = Math.Max(width - activity.Length - 3, 8);
        string time = record.SecondsRemaining >= 0 ? record.SecondsRemaining + "s" : "";
        string text = Cut(record.StatusDescription, inside - time.Length - 1).PadRight(inside - time.Length) + time;
        int done = record.PercentComplete < 0 ? Math.Min(record.StatusDescription.Length, inside) : inside * Math.Min(record.PercentComplete, 100) / 100;
        string bar = terminal.HasColors
            ? PSStyle.Instance.Reverse + text[..done] + PSStyle.Instance.ReverseOff + text[done..]
            : text;
        string style = terminal.HasColors ? PSStyle.Instance.Progress.Style : "";
        return new string(' ', indent) + style + activity + " [" + bar + "]" + (terminal.HasColors ? PSStyle.Instance.Reset : "");
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(width - 1, 0)] + "…";
}
