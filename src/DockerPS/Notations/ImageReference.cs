using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DockerPS;

/// <summary>
/// The name of an image: <c>[registry[:port]/]path[:tag][@digest]</c>. Without a registry it is Docker Hub's, and there without a folder an official image: <c>nginx</c> is <c>docker.io/library/nginx</c>.
/// An image's id is taken as <c>sha256:</c> with 64 hexadecimal digits.
/// </summary>
[TypeConverter(typeof(ImageReferenceConverter))]
public sealed class ImageReference : Notation<ImageReference>
{
    internal const string Form = "An image is [registry[:port]/]name[:tag][@digest], such as nginx, nginx:1.27 or registry.example:5000/team/web:2.";

    private const string Hub = "docker.io";
    private const string Official = "library/";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>nginx:1.27</c>.</param>
    /// <exception cref="FormatException">The text is not an image's name: the error says which part is wrong.</exception>
    public ImageReference(string text)
    {
        if (ImageGrammar.IsId(text))
        {
            (Registry, Repository, Id) = ("", "", text);
            return;
        }

        var (name, tag, digest) = ImageGrammar.Split(text);
        (Registry, Repository) = Normalize(name);
        (Tag, Digest) = (tag, digest);
        ImageGrammar.Check(this, text);
    }

    private ImageReference(ImageReference other, string? tag, string? digest) =>
        (Registry, Repository, Id, Tag, Digest) = (other.Registry, other.Repository, other.Id, tag, digest);

    /// <summary>The registry with its port; <c>docker.io</c> where none was given, and empty for an id.</summary>
    public string Registry { get; }

    /// <summary>The path in the registry, in full: <c>library/nginx</c>. Empty for an id.</summary>
    public string Repository { get; }

    /// <summary>The tag; null where none was given.</summary>
    public string? Tag { get; }

    /// <summary>The digest with its algorithm, such as <c>sha256:</c> and 64 hexadecimal digits; null where none was given.</summary>
    public string? Digest { get; }

    /// <summary>The image's id, where the text was one instead of a name; null otherwise.</summary>
    public string? Id { get; }

    /// <summary>The text was an image's id: there is no name to pull, push or tag by.</summary>
    [MemberNotNullWhen(true, nameof(Id))]
    public bool IsId => Id is not null;

    /// <summary>Registry and path without tag and digest, as docker shows them: <c>nginx</c>, <c>registry.example:5000/team/web</c>. Empty for an id.</summary>
    public string RepositoryName =>
        Registry != Hub ? Registry.Length == 0 ? "" : Registry + "/" + Repository
        : IsOfficial ? Repository.Substring(Official.Length)
        : Repository;

    /// <summary>The whole reference as docker shows it, with tag and digest: <c>nginx:1.27</c>; the id for an id.</summary>
    public string FamiliarName => Id ?? RepositoryName + Suffix;

    /// <summary>The whole reference with registry and path in full: <c>docker.io/library/nginx:1.27</c>; the id for an id.</summary>
    public string FullName => Id ?? Registry + "/" + Repository + Suffix;

    private string Suffix => (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    private bool IsOfficial => Repository.StartsWith(Official, StringComparison.Ordinal) && Repository.IndexOf('/', Official.Length) < 0;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>nginx:1.27</c>.</param>
    /// <param name="image">The reference.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageReference? image) => TryMake(text, static text => new(text), out image);

    /// <summary>The same with the tag <c>latest</c>, where it has neither tag nor digest and is no id.</summary>
    public ImageReference WithDefaultTag() => Tag is null && Digest is null && !IsId ? new(this, "latest", digest: null) : this;

    /// <summary>The same name with another tag, and without a digest.</summary>
    /// <param name="tag">The tag.</param>
    /// <exception cref="FormatException">The text can't be a tag.</exception>
    /// <exception cref="InvalidOperationException">This is an id, not a name.</exception>
    public ImageReference WithTag(string tag) => IsId
        ? throw new InvalidOperationException("An image's id has no tag.")
        : ImageGrammar.IsTag(tag) ? new(this, tag, digest: null) : throw ImageGrammar.WrongTag(tag);

    /// <inheritdoc/>
    public override string ToString() => FamiliarName;

    // The first part is a registry where it looks like a host: a dot, a port, a capital letter, or localhost.
    private static (string Registry, string Repository) Normalize(string name)
    {
        var slash = name.IndexOf('/');
        var first = slash < 0 ? "" : name.Substring(0, slash);
        var isHost = first == "localhost" || first.IndexOfAny(['.', ':']) >= 0 || first.Any(char.IsUpper);
        var (registry, path) = isHost ? (first == "index.docker.io" ? Hub : first, name.Substring(slash + 1)) : (Hub, name);
        return (registry, registry == Hub && path.IndexOf('/') < 0 ? Official + path : path);
    }
}
