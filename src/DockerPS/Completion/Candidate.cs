namespace DockerPS.Completion;

/// <summary>A thing that a word may be completed to.</summary>
internal sealed class Candidate
{
    public Candidate(string text, string tip, string? label = null)
    {
        Text = text;
        Tip = tip.Length > 0 ? tip : text;
        Label = label ?? text;
    }

    /// <summary>What the parameter takes, without quotes.</summary>
    public string Text { get; }

    /// <summary>What is said of it.</summary>
    public string Tip { get; }

    /// <summary>What a menu shows for it.</summary>
    public string Label { get; }
}
