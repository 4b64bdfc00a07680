using System.Globalization;
using System.Management.Automation;

namespace DockerPS.Formatting;

/// <summary>
/// The colour of a container's state. From PowerShell 7.2 on the shell takes colours out again where the output has none: in files, pipes and plain terminals. Windows
/// PowerShell doesn't, so it gets none.
/// </summary>
internal static class StateColor
{
    private const string Good = "\u001b[32m";

    private const string Wait = "\u001b[33m";

    private const string Bad = "\u001b[31m";

    private const string Reset = "\u001b[0m";

    // Ended by Ctrl-C, or as "stop" ends what runs.
    private static readonly int[] Stopped = [130, 137, 143];

    private static readonly bool ShellKnowsColors = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>A text in the colour of a container's state.</summary>
    public static string Paint(PSObject container, string text) =>
        ShellKnowsColors && text.Length > 0 && Of(Text(container, "State"), Text(container, "Health"), container.Properties["ExitCode"]?.Value) is { } color ? color + text + Reset : text;

    private static string? Of(string state, string health, object? exitCode) => state switch
    {
        nameof(ContainerState.Running) when health == nameof(ContainerHealth.Unhealthy) => Bad,
        nameof(ContainerState.Running) when health == nameof(ContainerHealth.Starting) => Wait,
        nameof(ContainerState.Running) => Good,
        nameof(ContainerState.Paused) or nameof(ContainerState.Restarting) or nameof(ContainerState.Removing) => Wait,
        nameof(ContainerState.Dead) => Bad,
        nameof(ContainerState.Exited) when LanguagePrimitives.TryConvertTo<int>(exitCode, CultureInfo.InvariantCulture, out var code) && code != 0 =>
            System.Array.IndexOf(Stopped, code) >= 0 ? Wait : Bad,
        _ => null,
    };

    private static string Text(PSObject source, string property) => source.Properties[property]?.Value?.ToString() ?? "";
}
