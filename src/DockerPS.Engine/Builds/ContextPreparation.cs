using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DockerPS.Archives;
using DockerPS.Engine;

namespace DockerPS.Builds;

/// <summary>Makes ready what is sent to be built. Nothing is copied: files are read when they are sent.</summary>
internal static class ContextPreparation
{
    private const string DefaultName = "Dockerfile";

    public static BuildContext Prepare(BuildSpecification specification, bool buildKit) => specification switch
    {
        { RemoteContext: not null } => Remote(specification),
        { ContextPath: null } => TextOnly(specification.DockerfileText ?? Dockerfile.ReadText(specification.DockerfilePath!)),
        _ when File.Exists(specification.ContextPath) => ArchiveFile(specification, specification.ContextPath!),
        _ when Directory.Exists(specification.ContextPath) => Folder(specification, Path.GetFullPath(specification.ContextPath!), buildKit),
        _ => throw Wrong($"The context {specification.ContextPath} is not there."),
    };

    private static BuildContext Remote(BuildSpecification specification) => specification.DockerfileText is null
        ? new() { DockerfileName = specification.DockerfilePath }
        : throw Wrong("With a context that the engine fetches the Dockerfile is in it: -Dockerfile can't be given.");

    private static BuildContext TextOnly(string text) => new()
    {
        Dockerfile = Dockerfile.Parse(text),
        Write = (target, sent) =>
        {
            var archive = new ContextArchive(target, sent);
            archive.Add(DefaultName, Encoding.UTF8.GetBytes(text));
            archive.Finish();
        },
    };

    private static BuildContext ArchiveFile(BuildSpecification specification, string path)
    {
        if (specification.DockerfileText is not null)
        {
            throw Wrong("With an archive as context the Dockerfile is in it: -Dockerfile can't be given.");
        }

        ArchiveKind.Demand(path);
        return new()
        {
            DockerfileName = specification.DockerfilePath,
            Dockerfile = ArchivedDockerfile.Find(path, specification.DockerfilePath ?? DefaultName),
            Length = new FileInfo(path).Length,
            Write = (target, sent) =>
            {
                using var archive = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
                var buffer = new byte[256 * 1024];
                var total = 0L;
                for (int read; (read = archive.Read(buffer, 0, buffer.Length)) > 0;)
                {
                    target.Write(buffer, 0, read);
                    sent(total += read);
                }
            },
        };
    }

    private static BuildContext Folder(BuildSpecification specification, string root, bool buildKit)
    {
        var file = specification.DockerfileText is null ? Path.GetFullPath(specification.DockerfilePath ?? Path.Combine(root, DefaultName)) : null;
        var text = specification.DockerfileText ?? Dockerfile.ReadText(file!);
        var inside = file is null ? null : Inside(root, file);
        var (rules, ownRules) = Rules(root, file, buildKit);
        var dockerfile = Dockerfile.Parse(text);
        if (inside is not null)
        {
            var ignored = rules.Ignore(inside);
            var sent = ignored ? rules.Without(inside) : rules;

            // The classic builder reads the rules itself, and takes away what it got in spite of them.
            sent = !buildKit && rules.Ignore(IgnoreRules.FileName) ? sent.Without(IgnoreRules.FileName) : sent;
            return new()
            {
                DockerfileName = inside == DefaultName ? null : inside,
                Dockerfile = dockerfile,
                Write = Writer(root, sent, buildKit),
                Warning = ignored && buildKit ? Stays(dockerfile, inside) : null,
            };
        }

        var name = ".dockerfile." + Hash(text);
        return new()
        {
            DockerfileName = name,
            Dockerfile = dockerfile,
            Write = Writer(root, buildKit ? rules : rules.Without(IgnoreRules.FileName), buildKit, (name, Encoding.UTF8.GetBytes(text)),
                buildKit ? null : Encoding.UTF8.GetBytes((ownRules ?? IgnoreRules.FileName) + "\n" + name + "\n")),
            Warning = buildKit ? Stays(dockerfile, name) : null,
        };
    }

    private static Action<Stream, Action<long>> Writer(
        string root, IgnoreRules rules, bool buildKit, (string Name, byte[] Content)? dockerfile = null, byte[]? ownRules = null) => (target, sent) =>
    {
        var archive = new ContextArchive(target, sent);
        if (dockerfile is { } added)
        {
            archive.Add(added.Name, added.Content);
        }

        if (ownRules is not null)
        {
            archive.Add(IgnoreRules.FileName, ownRules);
        }

        foreach (var file in new ContextFolder(root, rules, buildKit).Files().Where(file => ownRules is null || file.Path != IgnoreRules.FileName))
        {
            archive.Add(file);
        }

        archive.Finish();
    };

    // BuildKit's clients look for rules of the Dockerfile's own first.
    private static (IgnoreRules Rules, string? Text) Rules(string root, string? dockerfile, bool buildKit)
    {
        var own = buildKit && dockerfile is not null ? dockerfile + IgnoreRules.FileName : null;
        var path = own is not null && File.Exists(own) ? own : Path.Combine(root, IgnoreRules.FileName);
        try
        {
            var text = File.Exists(path) ? File.ReadAllText(path) : null;
            return (text is null ? IgnoreRules.None : IgnoreRules.Parse(text), text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Wrong($"{path}: {failure.Message}", failure);
        }
    }

    /// <summary>A file's path in the context; null where it lies outside.</summary>
    private static string? Inside(string root, string file)
    {
        var comparison = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var folder = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return file.StartsWith(folder, comparison) ? file.Substring(folder.Length).Replace(Path.DirectorySeparatorChar, '/') : null;
    }

    private static string? Stays(Dockerfile dockerfile, string name) => dockerfile.CopiesAll
        ? $"The Dockerfile is sent with the context, as {name}, and an instruction that copies the whole context copies it too. -Builder Classic leaves it out."
        : null;

    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(10).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static DockerException Wrong(string message, Exception? inner = null) => new(DockerError.InvalidArgument, message, inner);
}
