using System.Collections;

namespace DockerPS;

/// <summary>Makes an <see cref="EnvironmentVariable"/> of text, or of a hashtable with one entry.</summary>
internal sealed class EnvironmentVariableConverter : NotationConverter<EnvironmentVariable>
{
    protected override string Form => EnvironmentVariable.Form;

    protected override EnvironmentVariable FromText(string text) => new(text);

    protected override EnvironmentVariable? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
