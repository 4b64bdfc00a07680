using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Completion;

/// <summary>Completes environment with the names that this session has: a name alone gives its value. Values are not shown.</summary>
public sealed class EnvironmentCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) =>
        request.Word.Text.Contains("=") ? [] : Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => (name, $"{name}, with the value it has in this session"));
}
