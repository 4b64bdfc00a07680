using System.Collections;
using System.Linq;

namespace DockerPS;

/// <summary>Lets a hashtable give published ports, an entry each: <c>@{ hostPort = containerPort }</c>.</summary>
public sealed class PortMappingsAttribute : TableEntriesAttribute
{
    /// <summary>Keys such as HostPort name the parts of one port; ports themselves begin with a digit, a bracket or a colon.</summary>
    internal static bool NamesParts(IDictionary table) => table.Keys.Cast<object>().Any(key =>
        ArgumentText.TextOf(key) is { Length: > 0 } text && char.IsLetter(text[0]) && text.IndexOf(':') < 0);

    private protected override bool IsOne(IDictionary table) => NamesParts(table);
}
