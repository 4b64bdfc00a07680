using System;
using System.IO;
using System.Threading.Tasks;

namespace DockerPS.Cmdlets;

/// <summary>A file that is written as a whole or not at all.</summary>
internal static class ArchiveFile
{
    /// <summary>Writes the file under another name, and gives it its own when it is whole: a stop or a failure leaves nothing that looks like an archive.</summary>
    /// <param name="file">The file.</param>
    /// <param name="noClobber">One that is there stays, and is a failure.</param>
    /// <param name="write">Writes the content.</param>
    public static async Task<FileInfo> WriteAsync(string file, bool noClobber, Func<Stream, Task> write)
    {
        if (noClobber && File.Exists(file))
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} is there already, and -NoClobber says to leave it.");
        }

        var partial = file + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".partial";
        try
        {
            using (var archive = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                await write(archive).ConfigureAwait(false);
            }

            File.Delete(file);
            File.Move(partial, file);
            return new FileInfo(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DockerException(DockerError.InvalidArgument, $"{file} can't be written: {failure.Message.Replace(partial, file)}", failure);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
