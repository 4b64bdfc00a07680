using System;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Checks domains to search: labels of letters, digits and inner hyphens between points; or a lone point, which is none.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DnsDomainAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var domain = element?.ToString().Trim() ?? "";
        var bare = domain.Length > 1 && domain[domain.Length - 1] == '.' ? domain.Substring(0, domain.Length - 1) : domain;
        if (domain != "." && (bare.Length > 254 || !bare.Any(IsLetter) || !Array.TrueForAll(bare.Split('.'), IsLabel)))
        {
            throw new ValidationMetadataException($"'{element}' is not a domain such as example.com: letters, digits and inner hyphens, with points between; or a lone point for none.");
        }
    }

    private static bool IsLabel(string label) =>
        label.Length > 0 && label[0] != '-' && label[label.Length - 1] != '-' && label.All(letter => IsLetter(letter) || letter is '-' or (>= '0' and <= '9'));

    private static bool IsLetter(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
