namespace DockerPS.Shell.Hosting;

internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>What pwsh answers to an option it doesn't know (sysexits' EX_USAGE).</summary>
    public const int Usage = 64;

    /// <summary>Ended by Ctrl-C: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
