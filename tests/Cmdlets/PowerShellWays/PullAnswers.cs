using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>What an engine says while it pulls, as bytes: no registry is needed to see how a cmdlet shows it.</summary>
internal static class PullAnswers
{
    private static readonly string[] Beginning =
    [
        """{"status":"Pulling from thing","id":"1"}""",
        """{"status":"Pulling fs layer","progressDetail":{},"id":"0a1b2c"}""",
        """{"status":"Downloading","progressDetail":{"current":1048576,"total":4194304},"progress":"[=>]","id":"0a1b2c"}""",
    ];

    private static readonly string[] End =
    [
        """{"status":"Download complete","progressDetail":{},"id":"0a1b2c"}""",
        """{"status":"Pull complete","progressDetail":{},"id":"0a1b2c"}""",
        """{"status":"Status: Downloaded newer image for thing:1"}""",
    ];

    /// <summary>A pull that never goes on.</summary>
    public static byte[] Begun() => Chunked(Beginning, whole: false);

    /// <summary>A pull from its beginning to its end.</summary>
    public static byte[] Whole() => Chunked([.. Beginning, .. End], whole: true);

    private static byte[] Chunked(string[] messages, bool whole)
    {
        var chunks = messages.Select(message => string.Create(CultureInfo.InvariantCulture, $"{message.Length + 2:x}\r\n{message}\r\n\r\n"));
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        return Encoding.ASCII.GetBytes(head + string.Concat(chunks) + (whole ? "0\r\n\r\n" : ""));
    }
}
