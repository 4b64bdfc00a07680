namespace DockerPS;

/// <summary>
/// Docker's long forms hold commas, and PowerShell makes an array of them: <c>-Mount type=bind,source=/a</c> arrives as two texts. Whoever sees one piece only must be told.
/// </summary>
internal static class Fragment
{
    /// <summary>The hint, where a text may be such a piece; empty otherwise.</summary>
    public static string Hint(string text) =>
        text.IndexOf(',') < 0 ? " PowerShell split this at the comma: quote it, or give a hashtable." : "";
}
