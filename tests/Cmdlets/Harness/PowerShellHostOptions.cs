using System.Management.Automation;

namespace DockerPS.Tests.Cmdlets;

/// <summary>What kind of session a test wants.</summary>
public sealed record PowerShellHostOptions
{
    /// <summary>The module to import, or null for none.</summary>
    public string? Module { get; init; } = Repository.Module;

    /// <summary>Columns of the console.</summary>
    public int Width { get; init; } = 120;

    public PSLanguageMode LanguageMode { get; init; } = PSLanguageMode.FullLanguage;

    /// <summary>
    /// The engine that commands talk to when they aren't told: the default of every <c>-Engine</c> parameter in this session. Not the
    /// environment, which all tests of a process share.
    /// </summary>
    public string? Engine { get; init; }
}
