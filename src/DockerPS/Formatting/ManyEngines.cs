using System.Linq;
using System.Management.Automation;

namespace DockerPS.Formatting;

/// <summary>
/// Marks objects that a command asked of several engines at once: tables show them under their engine's name. The mark is one more type name, the last, so that it goes
/// with the object through jobs, files and remoting and nobody else meets it.
/// </summary>
internal static class ManyEngines
{
    private const string Mark = "DockerPS.ManyEngines";

    private const string DeserializedMark = "Deserialized." + Mark;

    public static object Marked(object value)
    {
        var wrapped = PSObject.AsPSObject(value);
        if (!IsMarked(wrapped))
        {
            wrapped.TypeNames.Add(Mark);
        }

        return wrapped;
    }

    public static bool IsMarked(PSObject value) => value.TypeNames.LastOrDefault() is Mark or DeserializedMark;
}
