using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>
/// A program that keeps logins: <c>docker-credential-NAME</c> with one of <c>get</c>, <c>store</c>, <c>erase</c>, <c>list</c>. Secrets go over its standard input and output only.
/// </summary>
internal sealed class CredentialHelper(string name)
{
    /// <summary>The user that stands for "the secret is a token".</summary>
    private const string TokenUser = "<token>";

    private const string NotFound = "credentials not found in native keychain";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public string Name { get; } = name;

    /// <summary>The platform's own helper, where its program is here: what the docker command uses when nothing else is said. Null for none.</summary>
    public static CredentialHelper? OfPlatform()
    {
        var name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "wincred"
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osxkeychain"
            : IsInPath("pass") ? "pass"
            : "secretservice";
        return IsInPath("docker-credential-" + name) ? new CredentialHelper(name) : null;
    }

    public RegistryLogin? Get(string server)
    {
        if (Run("get", server, missing: NotFound) is not { } answer)
        {
            return null;
        }

        var (user, secret) = (DockerConfigFile.Text(answer, "Username") ?? "", DockerConfigFile.Text(answer, "Secret") ?? "");
        var registry = RegistryName.Normalize(server);
        return user == TokenUser
            ? new RegistryLogin { Registry = registry, IdentityToken = secret }
            : new RegistryLogin { Registry = registry, UserName = user, Password = secret };
    }

    public void Store(string server, RegistryLogin login) => Run("store", new JsonObject
    {
        ["ServerURL"] = server,
        ["Username"] = login.IdentityToken.Length > 0 ? TokenUser : login.UserName,
        ["Secret"] = login.IdentityToken.Length > 0 ? login.IdentityToken : login.Password,
    }.ToJsonString(), missing: null);

    public bool Erase(string server) => Run("erase", server, missing: NotFound) is not null;

    /// <summary>The users, by servers.</summary>
    public IReadOnlyDictionary<string, string> List() => Run("list", "", missing: null)!
        .ToDictionary(entry => entry.Key, entry => entry.Value is JsonValue user && user.TryGetValue<string>(out var text) && text != TokenUser ? text : "", StringComparer.Ordinal);

    // What the helper says; null where it says that there is nothing. An answer that is not asked for may be empty.
    private JsonObject? Run(string action, string input, string? missing)
    {
        var program = "docker-credential-" + Name;
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, action)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = new UTF8Encoding(false),
            },
        };
        try
        {
            process.Start();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            Write(process, input);
            if (!process.WaitForExit((int)Limit.TotalMilliseconds))
            {
                process.Kill();
                throw Failed($"did not end within {Limit.TotalSeconds:0} s", null);
            }

            var said = Text(output);
            return process.ExitCode == 0 ? Parse(said)
                : missing is not null && said.IndexOf(missing, StringComparison.OrdinalIgnoreCase) >= 0 ? null
                : throw Failed($"ended with {process.ExitCode}: {Reason(said, Text(error))}", null);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or JsonException or InvalidOperationException)
        {
            throw Failed(failure is JsonException ? "gave an answer that is no JSON" : "can't be run: " + failure.Message, failure);
        }
    }

    private static void Write(Process process, string input)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(input);
            process.StandardInput.BaseStream.Write(bytes, 0, bytes.Length);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading: its exit code says why.
        }
    }

    // An error is one line. An answer, which may have a secret in it, is never shown.
    private static string Reason(string output, string error) =>
        (error.Trim().Length > 0 ? error : output.TrimStart() is ['{', ..] ? "" : output).Trim();

    private static string Text(Task<string> reading) => reading.GetAwaiter().GetResult();

    private static JsonObject Parse(string text) => JsonNode.Parse(text.Trim() is { Length: > 0 } some && some[0] == '{' ? some : "{}")!.AsObject();

    private static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0 && folder.IndexOfAny(Path.GetInvalidPathChars()) < 0)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private DockerException Failed(string what, Exception? inner) =>
        new(DockerError.CredentialStoreFailed, $"The helper docker-credential-{Name}, which the docker command's config.json or the platform names, {what}.", inner);
}
