using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using DockerPS.Cmdlets.Registries;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Images;

/// <summary>Searches a registry for repositories, as <c>docker search</c> does: Docker Hub, or one that has a search of its own. What is found pipes into <c>Find-ContainerImageTag</c> and <c>Install-ContainerImage</c>.</summary>
[Cmdlet(VerbsCommon.Find, "ContainerImage")]
[OutputType(typeof(ContainerImageSearchResult))]
public sealed class FindContainerImage : EngineCmdlet
{
    private RegistryLogins? _logins;

    /// <summary>What is searched for: a part of a name, with a registry before it where that is not Docker Hub: <c>registry.example/web</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Term { get; set; } = [];

    /// <summary>The most results for each; 25 where it is left out.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int? Limit { get; set; }

    /// <summary>Only those that the registry's keepers vouch for; <c>-Official:$false</c> for only the others.</summary>
    [Parameter]
    public SwitchParameter Official { get; set; }

    /// <summary>Only those that at least so many users like.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MinimumStars { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var logins = _logins ??= new RegistryLogins();
        foreach (var term in Term)
        {
            foreach (var engine in Engines)
            {
                Work.Add(term, async (item, cancel) =>
                {
                    var registry = RegistryOf(term);
                    var login = logins.TryFor(registry, item.Warn);
                    foreach (var found in await engine.Registries.SearchAsync(term, Limit, Filters(), login, cancel).ConfigureAwait(false))
                    {
                        item.Write(registry == RegistryName.Hub ? found : Within(registry, found));
                    }
                });
            }
        }
    }

    // A registry names its repositories without itself; but pulled by such a name an image would come from Docker Hub.
    private static ContainerImageSearchResult Within(string registry, ContainerImageSearchResult found) => new()
    {
        Name = found.Name.StartsWith(registry + "/", StringComparison.Ordinal) ? found.Name : registry + "/" + found.Name,
        Description = found.Description,
        Stars = found.Stars,
        IsOfficial = found.IsOfficial,
        Engine = found.Engine,
    };

    // The engine takes what stands before a slash for a registry when it looks like a host.
    private static string RegistryOf(string term)
    {
        var slash = term.IndexOf('/');
        var first = slash < 0 ? "" : term.Substring(0, slash);
        return first == "localhost" || first.IndexOfAny(['.', ':']) >= 0 ? first : RegistryName.Hub;
    }

    private Dictionary<string, IReadOnlyList<string>> Filters()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Official)))
        {
            filters.Add("is-official", [Official ? "true" : "false"]);
        }

        if (MinimumStars is { } stars)
        {
            filters.Add("stars", [stars.ToString(CultureInfo.InvariantCulture)]);
        }

        return filters;
    }
}
