namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>What the help file says of a parameter.</summary>
internal sealed record HelpParameter(
    string Name, string Type, string Text, string Default, bool Required, string Position, string PipelineInput, string Aliases);
