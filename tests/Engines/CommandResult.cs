namespace DockerPS.Tests.Engines;

/// <summary>What a program that ended left behind.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The output without the line end that programs add.</summary>
    public string Text => Output.TrimEnd('\r', '\n');
}
