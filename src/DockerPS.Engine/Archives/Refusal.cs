using DockerPS.Engine;

namespace DockerPS.Archives;

/// <summary>The failures of single entries of an archive.</summary>
internal static class Refusal
{
    /// <summary>An entry that is not let through.</summary>
    /// <param name="name">Its name, as the archive has it.</param>
    /// <param name="why">The end of a sentence that begins with "it".</param>
    public static DockerException Of(string name, string why) =>
        new(DockerError.EntryRefused, $"The entry '{name}' of the archive was refused: it {why}.");
}
