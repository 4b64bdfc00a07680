using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets.Images;

/// <summary>Tries a pull again that a passing fault between engine and registry broke. What a registry refuses, or where none answers at all, is not tried again.</summary>
internal static class PullRetry
{
    /// <summary>How many times more a pull is tried where nobody says.</summary>
    public const int Usual = 2;

    private static readonly string[] Passing =
    [
        "timeout", "timed out", "deadline exceeded", "connection reset", "broken pipe", "unexpected eof", "temporary failure", "too many requests", "toomanyrequests",
        "http status: 500", "http status: 502", "http status: 503", "http status: 504", "service unavailable", "bad gateway", "server misbehaving", "connection closed", ": eof",
    ];

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Func<Task> pull, int retries, Action<string> warn, CancellationToken cancel)
    {
        var pause = FirstPause;
        for (var left = retries; ; left--)
        {
            try
            {
                await pull().ConfigureAwait(false);
                return;
            }
            catch (DockerException failure) when (left > 0 && IsPassing(failure))
            {
                warn(string.Format(CultureInfo.InvariantCulture, "{0} It is tried again in {1:0} s.", failure.Message.TrimEnd('.') + ".", pause.TotalSeconds));
            }

            await Task.Delay(pause, cancel).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    /// <summary>Whether a failure is one of the network that may pass.</summary>
    public static bool IsPassing(DockerException failure) => failure.Error == DockerError.PullFailed
        && Passing.Any(words => failure.Message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0 || failure.Message.EndsWith("EOF", StringComparison.Ordinal));
}
