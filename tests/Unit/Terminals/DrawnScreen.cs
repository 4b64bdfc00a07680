using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerPS.Tests.Unit.Terminals;

/// <summary>What a terminal would show of what was written to it: so much of one as is drawn with here, which wraps and scrolls as all do.</summary>
internal sealed partial class DrawnScreen
{
    private readonly int _width;
    private readonly char[][] _rows;
    private int _row;
    private int _column;

    public DrawnScreen(int width, int height)
    {
        _width = width;
        _rows = [.. Enumerable.Range(0, height).Select(_ => Blank())];
    }

    public bool CursorIsShown { get; private set; } = true;

    public (int Column, int Row) Cursor => (_column, _row);

    /// <summary>The rows down to the last that is not blank.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var all = _rows.Select(row => new string(row).TrimEnd()).ToList();
            return [.. all.Take(all.FindLastIndex(line => line.Length > 0) + 1)];
        }
    }

    public void Write(string text)
    {
        foreach (Match piece in Pieces().Matches(text))
        {
            if (piece.Groups["end"].Success)
            {
                Command(piece.Groups["end"].Value, piece.Groups["number"].Value);
            }
            else
            {
                Letter(piece.Value[0]);
            }
        }
    }

    private void Command(string end, string number)
    {
        switch (number + end)
        {
            case "?25l" or "?25h":
                CursorIsShown = end == "h";
                break;
            case "2J":
                Array.ForEach(_rows, row => Array.Fill(row, ' '));
                break;
            case "H":
                (_row, _column) = (0, 0);
                break;
            case "2K":
                Array.Fill(_rows[_row], ' ');
                break;
            case "J":
                Array.Fill(_rows[_row], ' ', Math.Min(_column, _width - 1), _width - Math.Min(_column, _width - 1));
                Array.ForEach(_rows[(_row + 1)..], row => Array.Fill(row, ' '));
                break;
            case var up when end == "A":
                _row = Math.Max(0, _row - int.Parse(up[..^1], CultureInfo.InvariantCulture));
                break;
            case var unknown:
                throw new NotSupportedException(unknown);
        }
    }

    private void Letter(char letter)
    {
        if (letter == '\r')
        {
            _column = 0;
        }
        else if (letter == '\n')
        {
            Down();
        }
        else
        {
            // A full row wraps with the next letter, not before.
            if (_column == _width)
            {
                _column = 0;
                Down();
            }

            _rows[_row][_column++] = letter;
        }
    }

    private void Down()
    {
        if (_row < _rows.Length - 1)
        {
            _row++;
            return;
        }

        for (var row = 0; row < _rows.Length - 1; row++)
        {
            _rows[row] = _rows[row + 1];
        }

        _rows[^1] = Blank();
    }

    private char[] Blank() => [.. Enumerable.Repeat(' ', _width)];

    [GeneratedRegex("\u001b\\[(?<number>[?0-9]*)(?<end>[A-Za-z])|.|\n", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pieces();
}
