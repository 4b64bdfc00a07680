using System;
using System.Text;
using System.Text.Json.Nodes;
using DockerPS.Engine;

namespace DockerPS.Registries;

/// <summary>A login as the engine takes it: JSON, in a header's value or a body.</summary>
internal static class AuthenticationHeader
{
    public const string Name = "X-Registry-Auth";

    /// <summary>The header's value; for a login without a registry an empty object, which is nobody.</summary>
    public static string Of(RegistryLogin login) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Json(login))).Replace('+', '-').Replace('/', '_');

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
}
