using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Archives;

/// <summary>A path of a container, and what its end says, as the docker command reads it: with a slash it must be a folder, with <c>/.</c> its content is meant.</summary>
internal sealed class ItemPath
{
    public ItemPath(string text)
    {
        Text = text;
        IsContent = text is "." or "./" || text.EndsWith("/.", StringComparison.Ordinal);
        IsFolder = IsContent || text is [.., '/'];
        var cleaned = Clean(text);
        (Folder, Base) = IsContent ? (cleaned, ".") : Split(cleaned);
    }

    /// <summary>The path as it was given.</summary>
    public string Text { get; }

    /// <summary>The content of the folder is meant, not the folder.</summary>
    public bool IsContent { get; }

    /// <summary>It must be a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>What it is in; of a folder's content the folder itself.</summary>
    public string Folder { get; }

    /// <summary>The last part; <c>.</c> of a folder's content, <c>/</c> of the root.</summary>
    public string Base { get; }

    /// <summary>The path that a link at this one points to, with the same end.</summary>
    public ItemPath Follow(string target)
    {
        var whole = target is ['/', ..] ? target : Folder + "/" + target;
        return new ItemPath(Clean(whole) + (IsContent ? "/." : IsFolder ? "/" : ""));
    }

    public override string ToString() => Text;

    private static string Clean(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        // Paths of a container begin at its root, however they are written.
        return "/" + string.Join("/", parts);
    }

    private static (string Folder, string Base) Split(string cleaned)
    {
        var slash = cleaned.LastIndexOf('/');
        return cleaned == "/" ? ("/", "/") : (slash == 0 ? "/" : cleaned.Substring(0, slash), cleaned.Substring(slash + 1));
    }
}
