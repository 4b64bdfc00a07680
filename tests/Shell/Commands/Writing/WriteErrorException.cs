using System;

namespace DockerPS.Shell.Commands.Writing;

/// <summary>What Write-Error wraps a message in. The formatter hides the position of errors with an exception of this name.</summary>
public sealed class WriteErrorException : Exception
{
    public WriteErrorException()
    {
    }

    public WriteErrorException(string? message)
        : base(message)
    {
    }

    public WriteErrorException(string? message, Exception? inner)
        : base(message, inner)
    {
    }
}
