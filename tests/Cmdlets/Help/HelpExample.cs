namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>An example of a page.</summary>
internal sealed record HelpExample(string Title, string Code, string Said);
