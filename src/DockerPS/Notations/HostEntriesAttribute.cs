namespace DockerPS;

/// <summary>Lets a hashtable give hosts entries, an entry each: <c>@{ host = address }</c>.</summary>
public sealed class HostEntriesAttribute : TableEntriesAttribute
{
}
