using System;
using System.Management.Automation.Internal;
using System.Text;

namespace DockerPS.Shell.Input;

/// <summary>A line of a terminal: editing keys, history with the arrows, completion with Tab.</summary>
internal sealed class LineEditor(Completer completer)
{
    private readonly LineHistory _history = new();
    private LineBuffer _line = new();
    private string _prompt = "";
    private int _cursorRow;

    /// <summary>The line entered; null for the end of input (Ctrl-D). Ctrl-C gives it up: cancelled, and empty.</summary>
    public string? Read(string prompt, out bool cancelled)
    {
        _line = new LineBuffer();
        _prompt = prompt;
        _cursorRow = 0;
        cancelled = false;
        while (true)
        {
            Draw();
            ConsoleKeyInfo key = Keyboard.RawKey();
            if (Keyboard.IsControl(key, ConsoleKey.C))
            {
                Leave("^C");
                cancelled = true;
                return "";
            }

            if (Keyboard.IsControl(key, ConsoleKey.D) && _line.Text.Length == 0)
            {
                Leave("");
                return null;
            }

            if (key.Key == ConsoleKey.Enter)
            {
                Leave("");
                _history.Add(_line.Text);
                return _line.Text;
            }

            Edit(key);
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            completer.Next(_line, forward: !key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            return;
        }

        completer.Forget();
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            EditWithControl(key.Key);
            return;
        }

        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: _line.Move(-1); break;
            case ConsoleKey.RightArrow: _line.Move(1); break;
            case ConsoleKey.Home: _line.MoveTo(0); break;
            case ConsoleKey.End: _line.MoveTo(_line.Text.Length); break;
            case ConsoleKey.Backspace: _line.Backspace(); break;
            case ConsoleKey.Delete: _line.Delete(); break;
            case ConsoleKey.Escape: _line.Set(""); break;
            case ConsoleKey.UpArrow: _line.Set(_history.Older(_line.Text) ?? _line.Text); break;
            case ConsoleKey.DownArrow: _line.Set(_history.Newer() ?? _line.Text); break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _line.Insert(key.KeyChar.ToString());
                }

                break;
        }
    }

    private void EditWithControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A: _line.MoveTo(0); break;
            case ConsoleKey.E: _line.MoveTo(_line.Text.Length); break;
            case ConsoleKey.B: _line.Move(-1); break;
            case ConsoleKey.F: _line.Move(1); break;
            case ConsoleKey.D: _line.Delete(); break;
            case ConsoleKey.H: _line.Backspace(); break;
            case ConsoleKey.K: _line.DeleteToEnd(); break;
            case ConsoleKey.U: _line.DeleteToStart(); break;
            case ConsoleKey.W or ConsoleKey.Backspace: _line.DeleteWordBefore(); break;
            case ConsoleKey.P: _line.Set(_history.Older(_line.Text) ?? _line.Text); break;
            case ConsoleKey.N: _line.Set(_history.Newer() ?? _line.Text); break;
            case ConsoleKey.LeftArrow: _line.MoveWordLeft(); break;
            case ConsoleKey.RightArrow: _line.MoveWordRight(); break;
            case ConsoleKey.L:
                Console.Out.Write("\x1b[2J\x1b[H");
                _cursorRow = 0;
                break;
            default: break;
        }
    }

    /// <summary>The whole line anew: short enough that nobody sees it, and right after every wrap.</summary>
    private void Draw()
    {
        var output = new StringBuilder();
        Up(output, _cursorRow);
        output.Append("\r\x1b[J").Append(_prompt).Append(_line.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        (int endRow, int endColumn) = PositionOf(_line.Text.Length);
        if (endColumn == 0 && endRow > 0)
        {
            // A full row leaves the cursor on its last cell: only another character wraps it.
            output.Append(" \r");
        }

        (_cursorRow, int column) = PositionOf(_line.Cursor);
        Up(output, endRow - _cursorRow);
        output.Append('\r');
        if (column > 0)
        {
            output.Append("\x1b[").Append(column).Append('C');
        }

        Console.Out.Write(output);
    }

    private void Leave(string mark)
    {
        _line.MoveTo(_line.Text.Length);
        Draw();
        Console.Out.WriteLine(mark);
    }

    private (int Row, int Column) PositionOf(int length)
    {
        int width = Math.Max(Console.WindowWidth, 1);
        int lastLine = _prompt.LastIndexOf('\n');
        int row = 0;
        int column = new StringDecorated(_prompt[(lastLine + 1)..]).ContentLength;
        foreach (char letter in _line.Text.AsSpan(0, length))
        {
            if (letter == '\n')
            {
                row += (column / width) + 1;
                column = 0;
            }
            else
            {
                column++;
            }
        }

        return (row + (column / width), column % width);
    }

    private static void Up(StringBuilder output, int rows)
    {
        if (rows > 0)
        {
            output.Append("\x1b[").Append(rows).Append('A');
        }
    }
}
