using System;
using System.Management.Automation;

namespace DockerPS.Shell.Output;

/// <summary>What the output can do.</summary>
internal sealed record Terminal(bool HasColors, bool CanDraw)
{
    private const int WidthWithoutTerminal = 120;
    private const int HeightWithoutTerminal = 50;

    public static int Width => !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithoutTerminal;

    public static int Height => !Console.IsOutputRedirected && Console.WindowHeight > 0 ? Console.WindowHeight : HeightWithoutTerminal;

    public static Terminal Detect()
    {
        string? kind = Environment.GetEnvironmentVariable("TERM");
        bool draws = !Console.IsOutputRedirected && kind != "dumb" && (kind is not null || OperatingSystem.IsWindows());
        bool colors = draws && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        if (!colors)
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }

        return new Terminal(colors, draws);
    }
}
