using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Completion;

/// <summary>Completes signals, with or without <c>SIG</c> as the word begins.</summary>
public sealed class SignalCompleter : WordCompleter
{
    private static readonly (string Word, string Meaning)[] Signals =
    [
        ("SIGTERM", "15: please end"),
        ("SIGKILL", "9: ends at once, can't be caught"),
        ("SIGHUP", "1: many services read their settings anew"),
        ("SIGINT", "2: as Ctrl-C"),
        ("SIGQUIT", "3: as Ctrl-\\; many services end when their work is done"),
        ("SIGUSR1", "10: what the program makes of it"),
        ("SIGUSR2", "12: what the program makes of it"),
        ("SIGWINCH", "28: the terminal's size changed; httpd ends when its work is done"),
        ("SIGSTOP", "19: freezes the process"),
        ("SIGCONT", "18: lets a frozen process go on"),
        ("SIGABRT", "6: ends with a core dump"),
        ("SIGALRM", "14: a timer"),
        ("SIGCHLD", "17: a child has ended"),
        ("SIGPIPE", "13: nobody reads"),
        ("SIGTRAP", "5: a break point"),
        ("SIGTSTP", "20: as Ctrl-Z"),
        ("SIGPWR", "30: power fails"),
        ("SIGRTMIN+3", "37: systemd halts"),
    ];

    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request)
    {
        // A user who begins without SIG goes on without it.
        var typed = request.Word.Text;
        return typed.Length > 0 && !"SIG".StartsWith(typed.Substring(0, Math.Min(3, typed.Length)), StringComparison.OrdinalIgnoreCase)
            ? Signals.Select(signal => (signal.Word.Substring(3), signal.Meaning))
            : Signals;
    }
}
