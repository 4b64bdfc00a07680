namespace DockerPS;

/// <summary>Booleans as docker reads them.</summary>
internal static class BooleanText
{
    /// <returns>Null where the text is none.</returns>
    public static bool? Parse(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };
}
