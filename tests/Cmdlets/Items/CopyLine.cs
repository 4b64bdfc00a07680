namespace DockerPS.Tests.Cmdlets.Items;

/// <summary>One copy, as the docker command and as the cmdlet write it: L is a folder of this machine, C a folder of the container.</summary>
public sealed record CopyLine(string Source, string Target, bool Archive = false, bool FollowLink = false)
{
    public override string ToString() => $"{(Archive ? "-a " : "")}{(FollowLink ? "-L " : "")}{Source} {Target}";
}
