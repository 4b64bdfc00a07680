using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Threading;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// What the pipeline gives a process to read: the pipeline's thread adds, another one passes on what is there. Text becomes lines, bytes stay as they are.
/// </summary>
internal sealed class StandardInput(Action signal)
{
    /// <summary>How much may wait to be taken before the pipeline is held up.</summary>
    private const int Enough = 1024 * 1024;

    private readonly object _lock = new();
    private byte[] _waiting = new byte[64 * 1024];
    private int _count;
    private bool _ended;
    private bool _closed;

    /// <summary>There is room for more, or nobody will take it.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock)
            {
                return _closed || _count < Enough;
            }
        }
    }

    /// <summary>Adds what came through the pipeline.</summary>
    public void Add(object? item)
    {
        switch (item is PSObject wrapped ? wrapped.BaseObject : item)
        {
            case null:
                break;
            case byte[] bytes:
                AddBytes(bytes, bytes.Length);
                break;
            case byte single:
                AddBytes([single], 1);
                break;
            case string text:
                AddLine(text);
                break;
            case IList list:
                foreach (var part in list)
                {
                    Add(part);
                }

                break;
            default:
                AddLine(LanguagePrimitives.TryConvertTo<string>(item, CultureInfo.InvariantCulture, out var words) ? words : item!.ToString() ?? "");
                break;
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Nobody takes more: what is added from now on is dropped.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _count = 0;
            Monitor.PulseAll(_lock);
        }

        signal();
    }

    /// <summary>Waits for something to pass on.</summary>
    /// <param name="buffer">Is exchanged for one with what has come.</param>
    /// <returns>How many bytes; 0 at the end.</returns>
    public int Take(ref byte[] buffer)
    {
        int count;
        lock (_lock)
        {
            while (_count == 0 && !_ended && !_closed)
            {
                Monitor.Wait(_lock);
            }

            (buffer, _waiting) = (_waiting, buffer);
            (count, _count) = (_count, 0);
        }

        signal();
        return count;
    }

    private void AddLine(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length) + 1];
        var count = Encoding.UTF8.GetBytes(text, 0, text.Length, bytes, 0);
        bytes[count] = (byte)'\n';
        AddBytes(bytes, count + 1);
    }

    private void AddBytes(byte[] bytes, int count)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            if (_waiting.Length < _count + count)
            {
                Array.Resize(ref _waiting, Math.Max(_waiting.Length * 2, _count + count));
            }

            Buffer.BlockCopy(bytes, 0, _waiting, _count, count);
            _count += count;
            Monitor.PulseAll(_lock);
        }
    }
}
