using System.Collections.Generic;
using Google.Protobuf;

namespace DockerPS.Builds;

/// <summary>
/// What BuildKit says of a build in one message: the protobuf <c>moby.buildkit.v1.StatusResponse</c>, read as far as it is of use. Fields that are not known are skipped.
/// </summary>
internal sealed class BuildTrace
{
    public List<Vertex> Vertices { get; } = [];

    public List<Log> Logs { get; } = [];

    public List<Warning> Warnings { get; } = [];

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is malformed.</exception>
    public static BuildTrace Read(byte[] message)
    {
        var trace = new BuildTrace();
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    trace.Vertices.Add(ReadVertex(Below(input)));
                    break;
                case 3:
                    trace.Logs.Add(ReadLog(Below(input)));
                    break;
                case 4:
                    trace.Warnings.Add(ReadWarning(Below(input)));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return trace;
    }

    private static CodedInputStream Below(CodedInputStream input) => new(input.ReadBytes().ToByteArray());

    private static Vertex ReadVertex(CodedInputStream input)
    {
        var vertex = new Vertex();
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    vertex.Digest = input.ReadString();
                    break;
                case 3:
                    vertex.Name = input.ReadString();
                    break;
                case 4:
                    vertex.IsCached = input.ReadBool();
                    break;
                case 5:
                    vertex.IsStarted = true;
                    input.SkipLastField();
                    break;
                case 6:
                    vertex.IsCompleted = true;
                    input.SkipLastField();
                    break;
                case 7:
                    vertex.Error = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return vertex;
    }

    private static Log ReadLog(CodedInputStream input)
    {
        var log = new Log();
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    log.Vertex = input.ReadString();
                    break;
                case 4:
                    log.Text = input.ReadBytes().ToByteArray();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return log;
    }

    private static Warning ReadWarning(CodedInputStream input)
    {
        var warning = new Warning();
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 3:
                    warning.Text = input.ReadBytes().ToStringUtf8();
                    break;
                case 4:
                    warning.Details.Add(input.ReadBytes().ToStringUtf8());
                    break;
                case 5:
                    warning.Url = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return warning;
    }

    /// <summary>A step as it now is.</summary>
    internal sealed class Vertex
    {
        public string Digest { get; set; } = "";

        public string Name { get; set; } = "";

        public bool IsCached { get; set; }

        public bool IsStarted { get; set; }

        public bool IsCompleted { get; set; }

        public string Error { get; set; } = "";
    }

    /// <summary>A piece of a step's output.</summary>
    internal sealed class Log
    {
        public string Vertex { get; set; } = "";

        public byte[] Text { get; set; } = [];
    }

    /// <summary>What BuildKit warns of.</summary>
    internal sealed class Warning
    {
        public string Text { get; set; } = "";

        public List<string> Details { get; } = [];

        public string Url { get; set; } = "";
    }
}
