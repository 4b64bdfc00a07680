namespace DockerPS;

/// <summary>Lets a hashtable give environment variables, an entry each: <c>@{ NAME = value }</c>.</summary>
public sealed class EnvironmentVariablesAttribute : TableEntriesAttribute
{
}
