using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DockerPS.Connection.Contexts;

/// <summary>Where the docker command keeps its configuration and its contexts.</summary>
internal static class ContextPaths
{
    public const string Default = "default";

    private static readonly Regex Name = new("^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The folder of the configuration; null where there is no home folder, as in a runbook.</summary>
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } named)
        {
            return named;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".docker");
    }

    /// <summary>The folder of the configuration, which must be.</summary>
    public static string DemandedFolder() => Folder() ?? throw new DockerException(
        DockerError.ContextInvalid, "Contexts can't be kept: this account has no home folder, and $env:DOCKER_CONFIG names none.")
    { Remedy = "Set $env:DOCKER_CONFIG, or use Connect-DockerEngine, which keeps nothing." };

    public static string MetaRoot(string folder) => Path.Combine(folder, "contexts", "meta");

    public static string MetaFile(string folder, string context) => Path.Combine(MetaRoot(folder), FolderName(context), "meta.json");

    /// <summary>The folder with a context's certificates and keys, for all its endpoints.</summary>
    public static string TlsRoot(string folder, string context) => Path.Combine(folder, "contexts", "tls", FolderName(context));

    /// <summary>The folder with the certificates and keys for its engine.</summary>
    public static string Tls(string folder, string context) => Path.Combine(TlsRoot(folder, context), "docker");

    public static string FolderName(string context)
    {
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(context)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Refuses a name that the docker command would refuse.</summary>
    public static void CheckNew(string name)
    {
        if (name == Default || !Name.IsMatch(name))
        {
            throw new DockerException(
                DockerError.ContextInvalid,
                name == Default ? "The name default is taken: it means what the environment says." : $"'{name}' is no name for a context: it takes two or more letters, digits and _ . + -, and begins with a letter or digit.");
        }
    }
}
