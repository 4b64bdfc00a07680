using System.Collections.Generic;

namespace DockerPS.Shell.Input;

/// <summary>The lines entered before; going back keeps the line that was begun.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _at;

    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }

        _at = _lines.Count;
    }

    public string? Older(string current)
    {
        if (_at == _lines.Count)
        {
            _draft = current;
        }

        return _at == 0 ? null : _lines[--_at];
    }

    public string? Newer()
    {
        if (_at == _lines.Count)
        {
            return null;
        }

        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
