using System;
using System.Collections.Generic;

namespace DockerPS.Cmdlets.Containers;

/// <summary>The shells that are tried in a container, the best first.</summary>
internal static class ShellCandidates
{
    private static readonly string[][] Unix =
    [
        ["sh", "-c", "if command -v bash >/dev/null 2>&1; then exec bash; fi; exec sh"],
        ["bash"],
        ["/busybox/sh"],
        ["pwsh", "-NoLogo"],
    ];

    private static readonly string[][] Windows = [["pwsh", "-NoLogo"], ["powershell", "-NoLogo"], ["cmd"]];

    /// <summary>Command lines to try in turn.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> For(ContainerDetail container) =>
        container.Platform.IndexOf("windows", StringComparison.OrdinalIgnoreCase) >= 0 ? Windows : Unix;
}
