using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerPS.Connection.Tls;
using DockerPS.Engine;

namespace DockerPS.Connection.Contexts;

/// <summary>The certificates and keys of a context, by their paths in an archive: <c>tls/docker/ca.pem</c>.</summary>
internal static class ContextTls
{
    private const string Root = "tls/";
    private const string Engine = Root + "docker/";

    public static List<KeyValuePair<string, byte[]>> Read(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetDirectories(folder).SelectMany(endpoint => Directory.GetFiles(endpoint)
            .Select(file => new KeyValuePair<string, byte[]>(Root + Path.GetFileName(endpoint) + "/" + Path.GetFileName(file), File.ReadAllBytes(file))))
            .OrderBy(file => file.Key, StringComparer.Ordinal)];

    /// <summary>What the files become; new ones are read through.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Change(ContextSpecification specification, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        var changed = specification.WithoutTls ? [] : files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        if (specification.AuthorityPath is { } authority)
        {
            _ = CertificateFiles.Authorities(authority);
            changed[Engine + TlsFolder.Authority] = File.ReadAllBytes(authority);
        }

        if (specification.CertificatePath is null != specification.KeyPath is null)
        {
            throw new DockerException(DockerError.ContextInvalid, "A client certificate and its key go together: both files are needed.");
        }

        if (specification is { CertificatePath: { } certificate, KeyPath: { } key })
        {
            using (CertificateFiles.WithKey(certificate, key, password: null).Certificate)
            {
                changed[Engine + TlsFolder.Certificate] = File.ReadAllBytes(certificate);
                changed[Engine + TlsFolder.Key] = File.ReadAllBytes(key);
            }
        }

        return [.. changed];
    }

    /// <summary>Writes the files, and takes away what is not among them.</summary>
    /// <param name="folder">The folder of the context's certificates and keys.</param>
    /// <param name="files">The files by their paths in an archive.</param>
    public static void Write(string folder, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        foreach (var gone in Read(folder).Where(old => files.All(file => file.Key != old.Key)))
        {
            File.Delete(Place(folder, gone.Key));
        }

        foreach (var file in files)
        {
            var place = Place(folder, file.Key);
            CreateOwnFolder(folder);
            CreateOwnFolder(Path.GetDirectoryName(place)!);
            if (!File.Exists(place) || !File.ReadAllBytes(place).SequenceEqual(file.Value))
            {
                AtomicFile.Write(place, file.Value);
            }
        }

        if (files.Count == 0 && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Place(string folder, string path) => Path.Combine(folder, Path.Combine(path.Substring(Root.Length).Split('/')));

    private static void CreateOwnFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }
#endif
        Directory.CreateDirectory(folder);
    }
}
