using System;
using System.IO;
using DockerPS.Terminals;
using Xunit;

namespace DockerPS.Tests.Unit.Terminals;

public sealed class LiveTableTests : IDisposable
{
    private readonly StringWriter _written = new();
    private readonly LiveTable _table;

    public LiveTableTests() => _table = new LiveTable(_written);

    public void Dispose() => _written.Dispose();

    [Fact]
    public void The_next_drawing_takes_the_place_of_the_last()
    {
        var screen = new DrawnScreen(20, 8);
        screen.Write("PS> measure\r\n");

        Draw(screen, 20, 8, "Name  Cpu", "web   100.00", "db    7.00");
        Draw(screen, 20, 8, "Name  Cpu", "web   1.00", "db    7.50");

        Assert.Equal(["PS> measure", "Name  Cpu", "web   1.00", "db    7.50"], screen.Lines);
        Assert.Equal((0, 4), screen.Cursor);
    }

    [Fact]
    public void Rows_that_are_no_more_are_erased()
    {
        var screen = new DrawnScreen(20, 8);

        Draw(screen, 20, 8, "Name", "one", "two", "three");
        Draw(screen, 20, 8, "Name", "two");
        Assert.Equal(["Name", "two"], screen.Lines);

        Draw(screen, 20, 8);
        Assert.Empty(screen.Lines);
        Assert.Equal((0, 0), screen.Cursor);
    }

    [Fact]
    public void Rows_that_are_new_go_below()
    {
        var screen = new DrawnScreen(20, 4);
        screen.Write("PS> one\r\nPS> two\r\n");

        Draw(screen, 20, 4, "Name", "one");
        Draw(screen, 20, 4, "Name", "one", "two");

        Assert.Equal(["Name", "one", "two"], screen.Lines);
    }

    [Fact]
    public void A_line_that_fills_its_row_keeps_its_last_letter_and_longer_ones_are_cut()
    {
        var screen = new DrawnScreen(5, 6);

        Draw(screen, 5, 6, "12345", "1234567", "1");
        Draw(screen, 5, 6, "12345", "abcdefg", "2");

        Assert.Equal(["12345", "abcde", "2"], screen.Lines);
    }

    [Fact]
    public void What_is_higher_than_the_window_says_how_much_is_left_out()
    {
        var screen = new DrawnScreen(20, 4);

        Draw(screen, 20, 4, "Name", "one", "two", "three", "four");
        Draw(screen, 20, 4, "Name", "one", "2", "three", "four");

        Assert.Equal(["Name", "one", "... and 3 more"], screen.Lines);
    }

    [Fact]
    public void A_window_of_one_row_shows_nothing()
    {
        var screen = new DrawnScreen(20, 1);

        Draw(screen, 20, 1, "Name", "one");

        Assert.Empty(screen.Lines);
    }

    [Fact]
    public void A_window_of_another_width_is_drawn_anew()
    {
        var narrow = new DrawnScreen(8, 9);
        Draw(new DrawnScreen(20, 9), 20, 9, "Name  Cpu", "web   100.00");
        // As a terminal breaks the old lines.
        narrow.Write("PS> meas\r\nure\r\nName  Cp\r\nu\r\nweb   10\r\n0.00\r\n");

        Draw(narrow, 8, 9, "Name", "web");

        Assert.Equal(["Name", "web"], narrow.Lines);
    }

    [Fact]
    public void After_something_else_was_written_the_table_begins_below()
    {
        var screen = new DrawnScreen(20, 9);

        Draw(screen, 20, 9, "Name", "one", "two");
        _table.Leave();
        screen.Write("db is gone\r\n");
        Draw(screen, 20, 9, "Name", "one");
        Draw(screen, 20, 9, "Name", "1");

        Assert.Equal(["Name", "one", "two", "db is gone", "Name", "1"], screen.Lines);
    }

    private void Draw(DrawnScreen screen, int width, int height, params string[] lines)
    {
        _table.Draw(lines, width, height);
        screen.Write(_written.ToString());
        _written.GetStringBuilder().Clear();
        Assert.True(screen.CursorIsShown);
    }
}
