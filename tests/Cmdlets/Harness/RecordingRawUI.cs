using System;
using System.Management.Automation.Host;

namespace DockerPS.Tests.Cmdlets;

/// <summary>A console window of a settable width.</summary>
internal sealed class RecordingRawUI(int width) : PSHostRawUserInterface
{
    private Size _size = new(width, 50);

    public override Size BufferSize
    {
        get => _size;
        set => _size = value;
    }

    public override Size WindowSize
    {
        get => _size;
        set => _size = value;
    }

    public override Size MaxWindowSize => _size;

    public override Size MaxPhysicalWindowSize => _size;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 1;

    public override Coordinates WindowPosition { get; set; }

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
    }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new HostException("A test has no keyboard.");

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new HostException("A test has no screen.");

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }
}
