using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Cmdlets.Images;

/// <summary>Finds how large each layer of an image is: its history has the sizes, but also steps that made no layer.</summary>
internal static class LayerSizes
{
    // What only writes down how containers begin.
    private static readonly string[] Notes = ["ARG", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "SHELL", "STOPSIGNAL", "USER", "VOLUME"];

    /// <summary>The bytes of each layer, the lowest first.</summary>
    /// <param name="history">The image's history, the last step first.</param>
    /// <param name="count">How many layers the image has.</param>
    public static long[] Of(IReadOnlyList<ContainerImageLayer> history, int count)
    {
        var steps = history.Reverse().ToList();
        var spare = steps.Count - count;

        // A step without bytes is likely no layer; one that only notes something is so most likely.
        foreach (var wanted in (Func<ContainerImageLayer, bool>[])[IsNote, step => step.Size == 0])
        {
            for (var i = steps.Count - 1; i >= 0 && spare > 0; i--)
            {
                if (steps[i].Size == 0 && wanted(steps[i]))
                {
                    steps.RemoveAt(i);
                    spare--;
                }
            }
        }

        return steps.ConvertAll(step => step.Size).ToArray();
    }

    private static bool IsNote(ContainerImageLayer step)
    {
        var text = step.CreatedBy;
        var nop = text.IndexOf("#(nop)", StringComparison.Ordinal);
        var instruction = (nop >= 0 ? text.Substring(nop + "#(nop)".Length) : text).TrimStart();
        return Notes.Any(note => instruction.StartsWith(note + " ", StringComparison.OrdinalIgnoreCase));
    }
}
