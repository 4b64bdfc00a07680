using System;
using System.Threading.Tasks;

namespace DockerPS.Connection;

/// <summary>Lists of what may go meanwhile: Podman fails then, because of one thing, and is asked again.</summary>
internal static class Listing
{
    private const int Attempts = 5;

    private static readonly string[] Gone = ["no such container", "image not known", "network not found", "no such volume"];

    /// <summary>Reads a list.</summary>
    /// <param name="read">Asks for it.</param>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (DockerException failure) when (attempt < Attempts && failure.StatusCode >= 500 && Array.Exists(Gone, words => failure.Message.Contains(words)))
            {
                // Without that thing it may succeed.
            }
        }
    }
}
