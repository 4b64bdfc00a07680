using System;
using System.IO;

namespace DockerPS.Cmdlets.Containers;

/// <summary>The file that a new container's id is written to. It is claimed before the container is made, and goes again where none was.</summary>
internal sealed class ContainerIdFile : IDisposable
{
    private readonly string _path;
    private bool _written;

    private ContainerIdFile(string path) => _path = path;

    /// <summary>Claims the file; none where there is no path.</summary>
    /// <exception cref="DockerException">The file is there already, or can't be made.</exception>
    public static ContainerIdFile? Claim(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            new FileStream(path, FileMode.CreateNew, FileAccess.Write).Dispose();
            return new ContainerIdFile(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = File.Exists(path) ? $"the file {path} is there already. Its container may still run; remove the file otherwise." : failure.Message;
            throw new DockerException(DockerError.InvalidArgument, "-CidFile: " + why, failure);
        }
    }

    /// <summary>Writes the container's id.</summary>
    /// <exception cref="DockerException">It can't be written.</exception>
    public void Write(string containerId)
    {
        try
        {
            File.WriteAllText(_path, containerId);
            _written = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"-CidFile: {failure.Message}", failure);
        }
    }

    public void Dispose()
    {
        if (!_written)
        {
            File.Delete(_path);
        }
    }
}
