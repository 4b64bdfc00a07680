using System.Collections.Generic;
using System.Text;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>One step of a build by BuildKit.</summary>
internal sealed class BuildKitStep(string name, int number)
{
    private const int KeptLines = 20;

    private readonly Queue<string> _lines = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private string _rest = "";
    private bool _started;

    public string Name { get; } = name;

    /// <summary>In the order in which steps became known.</summary>
    public int Number { get; } = number;

    public bool IsCompleted { get; private set; }

    public string Error { get; private set; } = "";

    /// <summary>Hears how the step now is, and tells what is new of it.</summary>
    public IEnumerable<BuildEventKind> Hear(BuildTrace.Vertex vertex)
    {
        var news = new List<BuildEventKind>();
        Error = vertex.Error.Length > 0 ? vertex.Error : Error;
        if (vertex.IsStarted && !_started && !vertex.IsCached)
        {
            news.Add(BuildEventKind.Started);
        }

        _started |= vertex.IsStarted;
        if (vertex.IsCompleted && !IsCompleted)
        {
            IsCompleted = true;
            if (vertex.IsCached)
            {
                news.Add(BuildEventKind.Cached);
            }

            news.Add(BuildEventKind.Completed);
        }

        return news;
    }

    /// <summary>Hears a piece of its output and gives the lines that are whole.</summary>
    public IEnumerable<string> Hear(byte[] text)
    {
        var letters = new char[_decoder.GetCharCount(text, 0, text.Length)];
        _decoder.GetChars(text, 0, text.Length, letters, 0);
        var lines = (_rest + new string(letters)).Split('\n');
        _rest = lines[lines.Length - 1];
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var line = lines[i].TrimEnd('\r');
            Keep(line);
            yield return line;
        }
    }

    public BuildStep ToStep(int? exitCode)
    {
        if (_rest.Length > 0)
        {
            Keep(_rest);
            _rest = "";
        }

        return new BuildStep { Name = Name, ExitCode = exitCode, LastLines = _lines.ToArray() };
    }

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > KeptLines)
        {
            _lines.Dequeue();
        }
    }
}
