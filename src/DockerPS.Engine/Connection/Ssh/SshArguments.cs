using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DockerPS.Engine;

namespace DockerPS.Connection.Ssh;

/// <summary>The command line of the system's ssh, as the docker command writes it.</summary>
internal static class SshArguments
{
    /// <summary>The address, when it can be given to ssh.</summary>
    /// <param name="address">An address such as <c>ssh://user@host:22/path/of.sock</c>.</param>
    /// <param name="invalid">Makes the failure for a reason.</param>
    public static Uri Checked(Uri address, Func<string, Exception> invalid)
    {
        var user = Uri.UnescapeDataString(address.UserInfo);
        return address.Host.Length == 0 ? throw invalid("the host is missing")
            : user.IndexOf(':') >= 0 ? throw invalid("a password can't be given, ssh takes keys from its own configuration or an agent")
            : user.StartsWith("-", StringComparison.Ordinal) || address.Host.StartsWith("-", StringComparison.Ordinal)
                ? throw invalid("user and host can't begin with -, ssh would take them for an option")
            : address.Query.Length > 0 || address.Fragment.Length > 0 ? throw invalid("nothing may follow the path")
            : address;
    }

    /// <summary>The arguments one by one.</summary>
    public static IReadOnlyList<string> Of(EngineEndpoint endpoint)
    {
        var address = endpoint.Address;

        // Nobody can be asked here: several connections would ask at once. A far side that falls silent is noticed within some seconds.
        var arguments = new List<string>
        {
            "-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3", "-T",
        };
        if (address.UserInfo.Length > 0)
        {
            arguments.AddRange(["-l", Uri.UnescapeDataString(address.UserInfo)]);
        }

        if (address.Port > 0)
        {
            arguments.AddRange(["-p", address.Port.ToString(CultureInfo.InvariantCulture)]);
        }

        arguments.AddRange(["--", address.DnsSafeHost, "docker"]);
        if (address.AbsolutePath.Length > 1)
        {
            // The shell at the far side takes it apart.
            arguments.AddRange(["--host", "'unix://" + Uri.UnescapeDataString(address.AbsolutePath).Replace("'", "'\\''") + "'"]);
        }

        arguments.AddRange(["system", "dial-stdio"]);
        return arguments;
    }

    /// <summary>One command line of arguments, where the platform takes no list.</summary>
    public static string Line(IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            line.Append(line.Length > 0 ? " " : "").Append('"');
            var slashes = 0;
            foreach (var character in argument)
            {
                // Backslashes count only before a quotation mark: there each is doubled.
                line.Append('\\', character == '"' ? slashes + 1 : 0).Append(character);
                slashes = character == '\\' ? slashes + 1 : 0;
            }

            line.Append('\\', slashes).Append('"');
        }

        return line.ToString();
    }
}
