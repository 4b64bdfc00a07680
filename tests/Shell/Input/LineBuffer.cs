using System;

namespace DockerPS.Shell.Input;

/// <summary>A line being edited, and where in it.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public void Set(string text, int? cursor = null)
    {
        Text = text;
        Cursor = Math.Clamp(cursor ?? text.Length, 0, text.Length);
    }

    public void Insert(string text) => Set(Text.Insert(Cursor, text), Cursor + text.Length);

    public void Backspace() => Cut(Cursor - 1, Cursor);

    public void Delete() => Cut(Cursor, Cursor + 1);

    public void DeleteToEnd() => Cut(Cursor, Text.Length);

    public void DeleteToStart() => Cut(0, Cursor);

    public void DeleteWordBefore() => Cut(WordStart(), Cursor);

    public void Move(int by) => Set(Text, Cursor + by);

    public void MoveTo(int position) => Set(Text, position);

    public void MoveWordLeft() => Set(Text, WordStart());

    public void MoveWordRight()
    {
        int at = Cursor;
        while (at < Text.Length && !char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        Set(Text, at);
    }

    private void Cut(int from, int to)
    {
        from = Math.Max(from, 0);
        to = Math.Min(to, Text.Length);
        if (from < to)
        {
            Set(Text.Remove(from, to - from), from);
        }
    }

    private int WordStart()
    {
        int at = Cursor;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
