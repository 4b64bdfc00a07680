using System;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS.Images;

/// <summary>Images' names and ids as users know them, from whichever engine: Podman writes Docker Hub's names in full, and some ids without their algorithm.</summary>
internal static class ImageNames
{
    private const string Hub = "docker.io/";
    private const string Library = Hub + "library/";
    private const string Algorithm = "sha256:";
    private const int IdLength = 64;

    /// <summary>A name, with or without a tag or digest, as docker shows it: <c>nginx:1.27</c> for <c>docker.io/library/nginx:1.27</c>.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static string? Familiar(string? name) =>
        name is null || !name.StartsWith(Hub, StringComparison.Ordinal) ? name
        : name.Substring(name.StartsWith(Library, StringComparison.Ordinal) ? Library.Length : Hub.Length);

    /// <summary>The same of several.</summary>
    public static string[] Familiar(string[]? names) => names is null ? [] : Array.ConvertAll(names, name => Familiar(name));

    /// <summary>An id with its algorithm; what is no whole id stays as it is.</summary>
    [return: NotNullIfNotNull(nameof(id))]
    public static string? WholeId(string? id) => id is { Length: IdLength } && id.IndexOf(':') < 0 ? Algorithm + id : id;
}
