using System.Collections.Generic;

namespace DockerPS.Completion;

/// <summary>Completes restart policies.</summary>
public sealed class RestartPolicyCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) =>
    [
        ("no", "Never started again"),
        ("always", "Started again whenever it ends, and with the engine"),
        ("unless-stopped", "As always, but not after a stop by hand"),
        ("on-failure", "Started again when its exit code is not 0"),
        ("on-failure:3", "Started again when its exit code is not 0, three times at most"),
    ];
}
