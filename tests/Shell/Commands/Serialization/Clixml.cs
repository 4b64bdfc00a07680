using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;

namespace DockerPS.Shell.Commands.Serialization;

/// <summary>One document for several objects: the engine's serializer writes one object a document, or a list.</summary>
internal static class Clixml
{
    public static string Write(IReadOnlyList<PSObject?> items, int depth)
    {
        // A list would be read back as a list object: each object becomes a child of one root instead.
        var root = XDocument.Parse(PSSerializer.Serialize(source: null, depth));
        root.Root!.RemoveNodes();
        foreach (PSObject? item in items)
        {
            root.Root.Add(XDocument.Parse(PSSerializer.Serialize(item, depth)).Root!.Elements());
        }

        return root.ToString();
    }

    public static IEnumerable<object?> Read(string text)
    {
        var document = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
        List<XElement> items = [.. document.Root!.Elements()];
        foreach (XElement item in items)
        {
            document.Root.RemoveNodes();
            document.Root.Add(item);
            yield return PSSerializer.Deserialize(document.ToString(SaveOptions.DisableFormatting));
        }
    }
}
