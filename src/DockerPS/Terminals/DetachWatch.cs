namespace DockerPS.Terminals;

/// <summary>Sees in what is typed whether the last keys were those that leave. The engine sees it too, and closes the connection; it does not say why.</summary>
internal sealed class DetachWatch(DetachKeys keys)
{
    private int _matched;

    /// <summary>The last keys were those that leave.</summary>
    public bool Seen => _matched == keys.Bytes.Count;

    /// <summary>Looks at what is typed.</summary>
    public void Note(byte[] bytes, int count)
    {
        for (var i = 0; i < count; i++)
        {
            // As the engine has it: a wrong key in the middle may be the first one of another try.
            _matched = !Seen && bytes[i] == keys.Bytes[_matched] ? _matched + 1
                : bytes[i] == keys.Bytes[0] ? 1
                : 0;
        }
    }
}
