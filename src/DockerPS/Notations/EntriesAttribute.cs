namespace DockerPS;

/// <summary>Lets a hashtable give values, an entry each: <c>@{ key = value }</c>.</summary>
public sealed class EntriesAttribute : TableEntriesAttribute
{
}
