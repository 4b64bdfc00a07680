namespace DockerPS.Engine;

/// <summary>A path of this machine, and what its end said before PowerShell resolved it.</summary>
/// <param name="Path">The whole path, without a separator at its end.</param>
/// <param name="MustBeFolder">It ended with a separator: it must be a folder, and a link to one is followed.</param>
/// <param name="IsContent">It ended with <c>/.</c>: the folder's content is meant, not the folder.</param>
public sealed record LocalPath(string Path, bool MustBeFolder, bool IsContent);
