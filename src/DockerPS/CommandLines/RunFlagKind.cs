namespace DockerPS.CommandLines;

/// <summary>What stands behind a flag.</summary>
internal enum RunFlagKind
{
    /// <summary>Nothing, or a truth value behind an equals sign.</summary>
    Switch,

    /// <summary>One text; the last one counts.</summary>
    Text,

    /// <summary>One whole number; the last one counts.</summary>
    Number,

    /// <summary>A text, as often as wanted.</summary>
    List,
}
