using System;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>A cmdlet that reads or writes the docker command's contexts.</summary>
public abstract class ContextCmdlet : DockerCmdlet
{
    private protected ContextCmdlet()
    {
    }

    private protected static IContextStore Store => EngineLoader.Connector.Contexts;

    /// <summary>Works on one context; a failure is its error, and the others go on.</summary>
    private protected void Each(string name, Action<string> work)
    {
        try
        {
            work(name);
        }
        catch (DockerException failure)
        {
            WriteFailure(failure, name);
        }
    }

    /// <summary>A path of PowerShell's as the system knows it.</summary>
    private protected string? Whole(string? path) => path is null ? null : GetUnresolvedProviderPathFromPSPath(path);
}
