namespace DockerPS;

/// <summary>Lets a hashtable give folders in memory, an entry each: <c>@{ target = options }</c>.</summary>
public sealed class TmpfsMountsAttribute : TableEntriesAttribute
{
}
