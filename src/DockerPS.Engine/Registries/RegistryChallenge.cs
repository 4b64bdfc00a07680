using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;

namespace DockerPS.Registries;

/// <summary>How a registry wants to be shown a login: a scheme and its parameters, out of <c>WWW-Authenticate</c>.</summary>
internal sealed class RegistryChallenge
{
    private readonly Dictionary<string, string> _parameters;

    private RegistryChallenge(string scheme, Dictionary<string, string> parameters) => (Scheme, _parameters) = (scheme, parameters);

    /// <summary>Such as <c>Bearer</c>.</summary>
    public string Scheme { get; }

    public bool IsBearer => string.Equals(Scheme, "Bearer", StringComparison.OrdinalIgnoreCase);

    public bool IsBasic => string.Equals(Scheme, "Basic", StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter; null where it is missing.</summary>
    public string? this[string name] => _parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>The challenge that we can meet: one for a token first, then one for a password; null for none.</summary>
    public static RegistryChallenge? Of(HttpResponseMessage answer)
    {
        var all = answer.Headers.WwwAuthenticate.Select(Parse).ToList();
        return all.Find(challenge => challenge.IsBearer) ?? all.Find(challenge => challenge.IsBasic);
    }

    /// <summary>Reads a challenge: <c>Bearer realm="https://auth.example/token",service="x",scope="repository:a:pull"</c>.</summary>
    public static RegistryChallenge Parse(AuthenticationHeaderValue header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var text = header.Parameter ?? "";
        for (var at = 0; at < text.Length;)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
            {
                break;
            }

            var name = text.Substring(at, equals - at).Trim(' ', ',');
            at = equals + 1;
            if (at < text.Length && text[at] == '"')
            {
                var end = text.IndexOf('"', at + 1);
                end = end < 0 ? text.Length : end;
                parameters[name] = text.Substring(at + 1, end - at - 1);
                at = end + 1;
            }
            else
            {
                var end = text.IndexOf(',', at);
                end = end < 0 ? text.Length : end;
                parameters[name] = text.Substring(at, end - at).Trim();
                at = end + 1;
            }
        }

        return new RegistryChallenge(header.Scheme, parameters);
    }
}
