using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>The logins that the docker command keeps, found and kept by its rules.</summary>
internal sealed class CredentialStore : ICredentialStore
{
    private const string Auths = "auths";

    // Two pipelines of this process must not write over each other's change.
    private static readonly object Writing = new();

    public RegistryLogin? Find(string registry)
    {
        var file = DockerConfigFile.Load();
        var server = RegistryName.ServerAddress(registry);
        return HelperFor(file, server) is { } helper ? helper.Get(server) : FromFile(file, server);
    }

    public DockerRegistry Store(RegistryLogin login)
    {
        lock (Writing)
        {
            var file = DockerConfigFile.Load();
            var server = RegistryName.ServerAddress(login.Registry);
            var helper = HelperFor(file, server);
            helper?.Store(server, login);
            if (DockerConfigFile.Section(file.Root, Auths) is not { } auths)
            {
                file.Root[Auths] = auths = [];
            }

            // Beside a helper an empty entry says that there is a login.
            auths[server] = helper is null ? Entry(login) : new JsonObject();
            file.Save();
            return Told(server, login.UserName, helper);
        }
    }

    public bool Erase(string registry)
    {
        lock (Writing)
        {
            var file = DockerConfigFile.Load();
            var server = RegistryName.ServerAddress(registry);
            var erased = HelperFor(file, server)?.Erase(server) == true;
            if (DockerConfigFile.Section(file.Root, Auths) is { } auths && KeyOf(auths, server) is { } key)
            {
                auths.Remove(key);
                file.Save();
                erased = true;
            }

            return erased;
        }
    }

    public IReadOnlyList<DockerRegistry> List()
    {
        var file = DockerConfigFile.Load();
        var found = new Dictionary<string, DockerRegistry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in DockerConfigFile.Section(file.Root, Auths) ?? [])
        {
            if (HelperFor(file, entry.Key) is null && Login(entry.Key, entry.Value as JsonObject) is { } login)
            {
                Add(Told(entry.Key, login.UserName, helper: null));
            }
        }

        foreach (var helpers in Helpers(file).GroupBy(pair => pair.Helper.Name, StringComparer.Ordinal))
        {
            // A helper for some registries may keep the logins of others too: those are none that the docker command would find.
            foreach (var (server, user) in helpers.First().Helper.List().Select(entry => (entry.Key, entry.Value)))
            {
                if (helpers.Any(pair => pair.Server is null || RegistryName.Normalize(pair.Server) == RegistryName.Normalize(server)))
                {
                    Add(Told(server, user, helpers.First().Helper));
                }
            }
        }

        return [.. found.Values];

        void Add(DockerRegistry registry) => found[registry.Registry] = registry;
    }

    private static CredentialHelper? HelperFor(DockerConfigFile file, string server) =>
        DockerConfigFile.Text(DockerConfigFile.Section(file.Root, "credHelpers"), server) is { Length: > 0 } own ? new CredentialHelper(own) : ForAll(file);

    // Where the file says nothing, and keeps no login itself, the docker command takes the platform's own.
    private static CredentialHelper? ForAll(DockerConfigFile file) =>
        DockerConfigFile.Text(file.Root, "credsStore") is { Length: > 0 } named ? new CredentialHelper(named)
        : DockerConfigFile.Section(file.Root, Auths) is { Count: > 0 } || DockerConfigFile.Section(file.Root, "credHelpers") is { Count: > 0 } ? null
        : CredentialHelper.OfPlatform();

    private static IEnumerable<(string? Server, CredentialHelper Helper)> Helpers(DockerConfigFile file)
    {
        foreach (var entry in DockerConfigFile.Section(file.Root, "credHelpers") ?? [])
        {
            if (entry.Value is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0)
            {
                yield return (entry.Key, new CredentialHelper(name));
            }
        }

        if (ForAll(file) is { } all)
        {
            yield return (null, all);
        }
    }

    private static RegistryLogin? FromFile(DockerConfigFile file, string server) =>
        DockerConfigFile.Section(file.Root, Auths) is { } auths && KeyOf(auths, server) is { } key ? Login(server, auths[key] as JsonObject) : null;

    // Older versions wrote whole addresses.
    private static string? KeyOf(JsonObject auths, string server) => auths.ContainsKey(server)
        ? server
        : auths.Select(entry => entry.Key).FirstOrDefault(key => RegistryName.Normalize(key) == RegistryName.Normalize(server));

    private static RegistryLogin? Login(string server, JsonObject? entry)
    {
        var (user, password) = Decode(server, DockerConfigFile.Text(entry, "auth"));
        var login = new RegistryLogin
        {
            Registry = RegistryName.Normalize(server),
            UserName = DockerConfigFile.Text(entry, "username") is { Length: > 0 } plainUser ? plainUser : user,
            Password = DockerConfigFile.Text(entry, "password") is { Length: > 0 } plainPassword ? plainPassword : password,
            IdentityToken = DockerConfigFile.Text(entry, "identitytoken") ?? "",
        };
        return login.UserName.Length + login.Password.Length + login.IdentityToken.Length > 0 ? login : null;
    }

    private static (string User, string Password) Decode(string server, string? auth)
    {
        if (string.IsNullOrEmpty(auth))
        {
            return ("", "");
        }

        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(auth!)).TrimEnd('\0');
            var colon = text.IndexOf(':');
            return colon >= 0 ? (text.Substring(0, colon), text.Substring(colon + 1)) : throw new FormatException("It has no colon.");
        }
        catch (FormatException)
        {
            // Without what it holds, which is a secret.
            throw new DockerException(DockerError.CredentialStoreFailed, $"The login for {server} in the docker command's config.json is damaged.");
        }
    }

    private static JsonObject Entry(RegistryLogin login)
    {
        var entry = new JsonObject { ["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(login.UserName + ":" + login.Password)) };
        if (login.IdentityToken.Length > 0)
        {
            entry["identitytoken"] = login.IdentityToken;
        }

        return entry;
    }

    private static DockerRegistry Told(string server, string user, CredentialHelper? helper) => new()
    {
        Registry = RegistryName.Normalize(server),
        UserName = user,
        Source = helper is null ? DockerRegistrySource.File : DockerRegistrySource.Helper,
        Helper = helper?.Name,
    };
}
