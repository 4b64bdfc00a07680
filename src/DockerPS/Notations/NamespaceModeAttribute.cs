using System;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Checks whose namespace a container shares: one of docker's words, and, where it says so, <c>container:</c> with a name or id.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NamespaceModeAttribute : ValidateArgumentsAttribute
{
    private const string OtherContainer = "container:";

    /// <summary>Makes the check.</summary>
    /// <param name="modes">Docker's words.</param>
    public NamespaceModeAttribute(params string[] modes) => Modes = modes;

    /// <summary>Docker's words. <c>container:</c> among them takes another container's.</summary>
    public string[] Modes { get; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var mode = arguments?.ToString() ?? "";
        var known = mode.Length == 0 || Array.Exists(Modes, word => word == OtherContainer
            ? mode.Length > word.Length && mode.StartsWith(word, StringComparison.Ordinal)
            : mode == word);
        if (!known)
        {
            var words = string.Join(", ", Array.ConvertAll(Modes, word => word == OtherContainer ? "container:<name or id>" : word));
            throw new ValidationMetadataException($"'{mode}' is not a mode here: {words} {(Modes.Length == 1 ? "is" : "are")}.");
        }
    }
}
