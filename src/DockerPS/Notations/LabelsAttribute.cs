namespace DockerPS;

/// <summary>Lets a hashtable give labels, an entry each: <c>@{ key = value }</c>.</summary>
public sealed class LabelsAttribute : TableEntriesAttribute
{
}
