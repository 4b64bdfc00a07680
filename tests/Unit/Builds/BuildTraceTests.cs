using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using DockerPS.Builds;
using DockerPS.Engine;
using Google.Protobuf;
using Xunit;

namespace DockerPS.Tests.Unit.Builds;

/// <summary>BuildKit's traces, as bytes that BuildKit would send.</summary>
public sealed class BuildTraceTests
{
    [Fact]
    public void Steps_their_output_and_warnings_are_read_and_unknown_fields_skipped()
    {
        var trace = BuildTrace.Read(Bytes(Message(
            (1, Message((1, "sha256:a"), (2, "sha256:input"), (3, "[1/2] RUN x"), (4, 1L), (5, Message((1, 5L))), (6, Message((1, 6L))), (8, Message((1, "group"))))),
            (2, Message((1, "id"))),
            (3, Message((1, "sha256:a"), (3, 1L), (4, "out\n"))),
            (4, Message((1, "sha256:a"), (3, "short"), (4, "detail"), (5, "https://x"))),
            (99, "new"))));

        var vertex = Assert.Single(trace.Vertices);
        Assert.Equal(("sha256:a", "[1/2] RUN x", true, true, true, ""), (vertex.Digest, vertex.Name, vertex.IsCached, vertex.IsStarted, vertex.IsCompleted, vertex.Error));
        Assert.Equal(("sha256:a", "out\n"), (trace.Logs[0].Vertex, Encoding.UTF8.GetString(trace.Logs[0].Text)));
        Assert.Equal(("short", "detail", "https://x"), (trace.Warnings[0].Text, trace.Warnings[0].Details[0], trace.Warnings[0].Url));
        Assert.Throws<InvalidProtocolBufferException>(() => BuildTrace.Read([0x0A, 0x7F, 0x01]));
    }

    [Fact]
    public void Progress_tells_each_step_once_and_lines_when_they_are_whole()
    {
        var told = new List<string>();
        var progress = new BuildKitProgress(happened => told.Add($"{happened.Kind} {happened.Text} {happened.StepsDone}/{happened.Steps}"));

        Hear(progress, (1, Message((1, "a"), (3, "one"), (5, Message((1, 1L))))));
        Hear(progress, (1, Message((1, "a"), (3, "one"), (5, Message((1, 1L))))), (3, Message((1, "a"), (4, "half"))));
        Hear(progress, (3, Message((1, "a"), (4, " and half\nrest"))));
        Hear(progress, (1, Message((1, "b"), (3, "two"), (4, 1L), (5, Message((1, 1L))), (6, Message((1, 1L))))));
        Hear(progress, (1, Message((1, "a"), (3, "one"), (5, Message((1, 1L))), (6, Message((1, 1L))), (7, "exit code: 3"))));

        Assert.Equal(["Started one 0/1", "Log half and half 0/1", "Cached two 1/2", "Completed two 1/2", "Completed one 2/2"], told);
        var failed = progress.FailedStep(3)!;
        Assert.Equal(("one", 3), (failed.Name, failed.ExitCode));
        Assert.Equal(["half and half", "rest"], failed.LastLines);
    }

    [Fact]
    public void Classic_output_becomes_steps_too()
    {
        var told = new List<string>();
        var progress = new ClassicProgress(happened => told.Add($"{happened.Kind} {happened.Text}"));
        foreach (var piece in (string[])["Step 1/2 : FROM a", "\n", " ---> 0123456789ab\n", "Step 2/2 : RUN x", "\n", " ---> Running in 0123456789ab\n", "\u001b[91mbad\n\u001b[0m", "go", "od\n",
            " ---> Removed intermediate container 0123456789ab\n", " ---> [Warning] mind\n", " ---> Using cache\n"])
        {
            progress.Hear(new BuildMessage { Stream = piece });
        }

        Assert.Equal(["bad", "good"], progress.FailedStep(1)!.LastLines);
        Assert.Null(progress.ImageId);
        progress.Hear(new BuildMessage { Auxiliary = JsonDocument.Parse("""{"ID":"sha256:0123456789abcdef"}""").RootElement });
        progress.Hear(new BuildMessage { Stream = "Successfully built 0123456789ab\n" });
        progress.Hear(new BuildMessage { Stream = "Successfully tagged x:1\n" });
        Assert.Equal("sha256:0123456789abcdef", progress.ImageId);
        Assert.Equal(
            ["Started [1/2] FROM a", "Completed [1/2] FROM a", "Started [2/2] RUN x", "Log bad", "Log good", "Warning mind", "Cached [2/2] RUN x", "Completed [2/2] RUN x"],
            told);
    }

    private static void Hear(BuildKitProgress progress, params (int Field, object Value)[] fields)
    {
        var text = JsonSerializer.Serialize(Convert.ToBase64String(Message(fields).ToByteArray()));
        progress.Hear(new BuildMessage { Id = "moby.buildkit.trace", Auxiliary = JsonDocument.Parse(text).RootElement });
    }

    private static byte[] Bytes(object value) => value switch
    {
        string text => Encoding.UTF8.GetBytes(text),
        ByteString bytes => bytes.ToByteArray(),
        _ => throw new NotSupportedException(),
    };

    private static ByteString Message(params (int Field, object Value)[] fields)
    {
        using var bytes = new System.IO.MemoryStream();
        var output = new CodedOutputStream(bytes, leaveOpen: true);
        foreach (var (field, value) in fields)
        {
            if (value is long number)
            {
                output.WriteTag(field, WireFormat.WireType.Varint);
                output.WriteInt64(number);
            }
            else
            {
                output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(Bytes(value)));
            }
        }

        output.Flush();
        return ByteString.CopyFrom(bytes.ToArray());
    }
}
