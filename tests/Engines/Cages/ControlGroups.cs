using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace DockerPS.Tests.Engines;

/// <summary>Removes the empty control groups that engines leave: they outlive processes and namespaces.</summary>
internal static class ControlGroups
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>Removes every group at the top of a hierarchy whose name begins so, with all below it.</summary>
    public static void Remove(string prefix)
    {
        // A group stays busy for a moment after its last process is gone.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var groups = Find(prefix).ToList();
            if (groups.Count == 0)
            {
                return;
            }

            foreach (var group in groups)
            {
                RemoveTree(group);
            }

            Thread.Sleep(50);
        }
    }

    private static IEnumerable<string> Find(string prefix)
    {
        if (!Directory.Exists(Root))
        {
            return [];
        }

        // Version 2 has the groups at the root; version 1 has a hierarchy a controller, some of them links to others.
        return Directory.EnumerateDirectories(Root)
            .Where(folder => new DirectoryInfo(folder).LinkTarget is null)
            .Prepend(Root)
            .SelectMany(hierarchy => Directory.EnumerateDirectories(hierarchy, prefix + "*"));
    }

    private static void RemoveTree(string group)
    {
        try
        {
            foreach (var inner in Directory.EnumerateDirectories(group))
            {
                RemoveTree(inner);
            }

            Directory.Delete(group);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Busy or already gone; the next attempt sees.
        }
    }
}
