using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerPS.Terminals;

/// <summary>
/// Notes in what modes a program puts the screen, so that one that was killed in the middle does not leave it there: another buffer, a hidden cursor, a mouse that writes.
/// </summary>
internal sealed class ScreenModes
{
    private const int CursorShown = 25;

    // Mouse, focus, the other buffers, pasted text in brackets.
    private static readonly HashSet<int> Noted = [9, 25, 47, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1047, 1049, 2004];

    private readonly List<int> _changed = [];
    private readonly StringBuilder _numbers = new();
    private Part _part;

    private enum Part
    {
        Text,
        Escape,
        Bracket,
        Numbers,
    }

    /// <summary>Looks at what is written, which may be cut anywhere.</summary>
    public void Note(byte[] bytes, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Note((char)bytes[i]);
        }
    }

    /// <summary>What puts the screen back, the last change first; colours too. Empty where there is nothing to put back.</summary>
    public byte[] Reset()
    {
        var text = string.Concat(_changed.AsEnumerable().Reverse().Select(mode =>
            string.Format(CultureInfo.InvariantCulture, "\x1b[?{0}{1}", mode, mode == CursorShown ? 'h' : 'l')));
        return Encoding.ASCII.GetBytes(text.Length == 0 ? "" : text + "\x1b[0m");
    }

    private void Note(char letter)
    {
        switch (_part)
        {
            case Part.Escape when letter == '[':
                _part = Part.Bracket;
                return;
            case Part.Bracket when letter == '?':
                _part = Part.Numbers;
                _numbers.Clear();
                return;
            case Part.Numbers when letter is ';' or (>= '0' and <= '9') && _numbers.Length < 64:
                _numbers.Append(letter);
                return;
            case Part.Numbers when letter is 'h' or 'l':
                Change(letter == 'h');
                break;
        }

        _part = letter == '\x1b' ? Part.Escape : Part.Text;
    }

    private void Change(bool on)
    {
        foreach (var number in _numbers.ToString().Split(';'))
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var mode) && Noted.Contains(mode))
            {
                _changed.Remove(mode);
                if (on != (mode == CursorShown))
                {
                    _changed.Add(mode);
                }
            }
        }
    }
}
