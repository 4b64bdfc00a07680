using System.Collections.Generic;

namespace DockerPS.Shell.Commands.Web;

/// <summary>What Invoke-WebRequest got.</summary>
public sealed class WebAnswer
{
    internal WebAnswer(int statusCode, string statusDescription, string content, IReadOnlyDictionary<string, string[]> headers)
    {
        StatusCode = statusCode;
        StatusDescription = statusDescription;
        Content = content;
        Headers = headers;
    }

    public int StatusCode { get; }

    public string StatusDescription { get; }

    public string Content { get; }

    public IReadOnlyDictionary<string, string[]> Headers { get; }

    public int RawContentLength => Content.Length;

    public override string ToString() => Content;
}
