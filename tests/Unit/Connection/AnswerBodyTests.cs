using System;
using System.IO;
using System.Text;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Streams;
using Xunit;

namespace DockerPS.Tests.Unit.Connection;

public sealed class AnswerBodyTests
{
    private static readonly EngineEndpoint Endpoint = new("x", new Uri("unix:///x"), "test");

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhello")]
    [InlineData("Content-Length: 5\r\n\r\nhello and what is not of it")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;extension=1\r\nllo\r\n0\r\n\r\n")]
    [InlineData("Content-Type: text/plain\r\n\r\nhello")]
    public void Body_is_read_up_to_its_end(string answer) => Assert.Equal("hello", Read(answer));

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhell")]
    [InlineData("Content-Length: 5\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhell")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n")]
    public void Connection_that_ends_within_the_body_is_lost(string answer) =>
        Assert.Equal(DockerError.ConnectionLost, Assert.Throws<DockerException>(() => Read(answer)).Error);

    [Fact]
    public void What_is_no_json_is_an_answer_that_cannot_be_understood()
    {
        using var connection = Take("Content-Length: 3\r\n\r\n{\"a");

        var failure = Assert.Throws<DockerException>(() => Answers.Read(new AnswerBody(connection), EngineJsonOf, Endpoint));

        Assert.Equal(DockerError.InvalidAnswer, failure.Error);
    }

    [Fact]
    public void Rehearsal_reads_its_list()
    {
        var container = Assert.Single(Rehearsal.ReadList());

        Assert.Equal("rehearsal", container.Name);
        Assert.Equal(8080, Assert.Single(container.Ports).HostPort);
        Assert.Equal("bridge", Assert.Single(container.Networks).Network);
        Assert.Equal("/d", Assert.Single(container.Mounts).Destination);
        Assert.Equal("b", container.Labels["a"]);
    }

    private static string EngineJsonOf(ReadOnlyMemory<byte> bytes) => System.Text.Json.JsonDocument.Parse(bytes).RootElement.GetRawText();

    private static string Read(string answer)
    {
        using var connection = Take(answer);
        return Answers.Read(new AnswerBody(connection), bytes => Encoding.ASCII.GetString(bytes.Span), Endpoint);
    }

    private static HotStream Take(string answer) => HotStream.Take(
        new DialedStream(new MemoryStream(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n" + answer)), socket: null), Endpoint, Subject.Engine);
}
