using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>Whole tables, as consoles of some widths show them. The objects are made in the tests, so that every letter is known.</summary>
public abstract class RenderedTests : IDisposable
{
    /// <summary>A time that is shown as <c>3 days ago</c>.</summary>
    private protected const string Created = "(Get-Date).AddDays(-3).AddHours(-1)";

    private protected PowerShellHost Host { get; } = new();

    public void Dispose()
    {
        Host.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Shows(int width, string script, string table) => Assert.Equal(Lines(table), Rendered(width, script));

    private protected List<string> Rendered(int width, string script)
    {
        Host.Width = width;
        return [.. Host.Render(script).Where(line => line.Length > 0).Select(line => line.TrimEnd())];
    }

    private protected static IEnumerable<string> Lines(string table) => table.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
}
