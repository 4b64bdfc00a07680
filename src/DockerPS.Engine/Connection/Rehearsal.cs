using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using DockerPS.Containers;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>
/// Reads a small list, as an engine would send it, while the first command of a process still dials: so the end of its way is compiled when it comes there, which is most of what it waits for.
/// Nothing is asked of anyone.
/// </summary>
internal static class Rehearsal
{
    private const string Head = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private const string List = """
        [{"Id":"0123456789ab","Names":["/rehearsal"],"Image":"i","ImageID":"sha256:0","Command":"c","Created":1,
        "Ports":[{"IP":"127.0.0.1","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],"Labels":{"a":"b"},"State":"exited","Status":"Exited (0) 1 second ago",
        "HostConfig":{"NetworkMode":"bridge"},"NetworkSettings":{"Networks":{"bridge":{"NetworkID":"n","IPAddress":"10.0.0.2","Aliases":null}}},
        "Mounts":[{"Type":"volume","Name":"v","Source":"s","Destination":"/d","Driver":"local","Mode":"","RW":true,"Propagation":""}]}]
        """;

    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(ReadList);
        }
    }

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<Container> ReadList()
    {
        var text = $"{Head}{List.Length:x}\r\n{List}\r\n0\r\n\r\n";
        var endpoint = new EngineEndpoint("rehearsal", new Uri("unix:///rehearsal"), "rehearsal");
        using var answer = HotStream.Take(new DialedStream(new MemoryStream(Encoding.ASCII.GetBytes(text)), socket: null), endpoint, Subject.Engine);
        _ = Negotiation.Understand(new Version(answer.Header("api-version:")), answer.Header, endpoint);
        var list = Answers.Read(new AnswerBody(answer), bytes => ContainerListReader.Read(bytes, endpoint.Name)!, endpoint);
        answer.Close();
        return list;
    }
}
