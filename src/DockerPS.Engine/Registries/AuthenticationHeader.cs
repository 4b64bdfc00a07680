using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>A login as the engine takes it: JSON, in a header's value or a body.</summary>
internal static class AuthenticationHeader
{
    public const string Name = "X-Registry-Auth";

    /// <summary>The header's value; for a login without a registry an empty object, which is nobody.</summary>
    public static string Of(RegistryLogin login) => Encode(Json(login));

    /// <summary>The logins that a build may use, as a line of a head: by the addresses that docker's files have them by.</summary>
    public static string OfBuild(IEnumerable<RegistryLogin> logins)
    {
        var json = new JsonObject();
        foreach (var login in logins)
        {
            json[RegistryName.ServerAddress(login.Registry)] = JsonNode.Parse(Json(login));
        }

        return "X-Registry-Config: " + Encode(json.ToJsonString());
    }

    public static string Json(RegistryLogin login)
    {
        var json = new JsonObject();
        if (login.Registry.Length > 0)
        {
            json["username"] = login.UserName;
            json["password"] = login.Password;
            json["serveraddress"] = RegistryName.ServerAddress(login.Registry);
            if (login.IdentityToken.Length > 0)
            {
                json["identitytoken"] = login.IdentityToken;
            }
        }

        return json.ToJsonString();
    }

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).Replace('+', '-').Replace('/', '_');
}
