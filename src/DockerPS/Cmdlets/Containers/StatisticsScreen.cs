using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;
using DockerPS.Terminals;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Statistics on a terminal, drawn over the last ones twice a second where they changed, in the table that is shown elsewhere.</summary>
internal sealed class StatisticsScreen : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<string, PSObject> _rows = new(StringComparer.Ordinal);
    private readonly LiveTable _table = new(Console.Out);
    private readonly PSHostRawUserInterface _window;
    private readonly Timer _clock;
    private bool _changed;

    /// <summary>Makes an empty screen.</summary>
    /// <param name="window">The terminal's window.</param>
    /// <param name="thread">The pipeline's thread: all is drawn there.</param>
    public StatisticsScreen(PSHostRawUserInterface window, PipelineThread thread)
    {
        _window = window;
        _clock = new Timer(_ => thread.Post(Draw), null, Pause, Pause);
    }

    /// <summary>A container's newest sample, in place of the one before.</summary>
    public void Show(string key, object sample)
    {
        _rows[key] = PSObject.AsPSObject(sample);
        _changed = true;
    }

    /// <summary>A container has ended: its row goes.</summary>
    public void Remove(string key) => _changed |= _rows.Remove(key);

    /// <summary>Something else is about to be written.</summary>
    public void Leave()
    {
        _table.Leave();
        _changed = true;
    }

    public void Draw()
    {
        if (_changed)
        {
            _changed = false;
            var (width, height) = (_window.WindowSize.Width, _window.WindowSize.Height);
            _table.Draw(Lines(width), width, height);
        }
    }

    public void Dispose() => _clock.Dispose();

    private List<string> Lines(int width)
    {
        var rows = _rows.Values.OrderBy(row => Text(row, nameof(ContainerStatistics.Engine)), StringComparer.Ordinal)
            .ThenBy(row => Text(row, nameof(ContainerStatistics.Container)), StringComparer.OrdinalIgnoreCase);
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Utility\\Out-String").AddParameter("Stream").AddParameter("Width", Math.Max(2, width - 1));
        return shell.Invoke<string>(rows.ToList()).SelectMany(line => line.Split('\n')).Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
    }

    private static string Text(PSObject row, string property) => row.Properties[property].Value?.ToString() ?? "";
}
