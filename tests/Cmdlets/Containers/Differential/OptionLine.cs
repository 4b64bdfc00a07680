namespace DockerPS.Tests.Cmdlets.Containers.Differential;

/// <summary>Options of one container, as the docker command takes them and as PowerShell does.</summary>
/// <param name="Docker">In the shell's syntax. NET, NET2, OTHER and DIR, in braces, stand for networks, a container and a folder of the test.</param>
/// <param name="PowerShell">The parameters with the same meaning.</param>
/// <param name="Only">The one engine version that can do it; null for all.</param>
public sealed record OptionLine(string Docker, string PowerShell, string? Only = null);
