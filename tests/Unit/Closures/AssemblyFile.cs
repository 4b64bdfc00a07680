using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DockerPS.Tests.Unit.Closures;

/// <summary>What an assembly's file says of it, read without loading it.</summary>
internal sealed record AssemblyFile(AssemblyIdentity Identity, IReadOnlyList<AssemblyIdentity> References)
{
    public string Name => Identity.Name;

    public static AssemblyFile Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new AssemblyFile(
            AssemblyIdentity.Of(metadata.GetAssemblyDefinition().GetAssemblyName()),
            [.. metadata.AssemblyReferences.Select(handle => AssemblyIdentity.Of(metadata.GetAssemblyReference(handle).GetAssemblyName()))]);
    }

    /// <summary>All assemblies of a folder, by name.</summary>
    public static IReadOnlyDictionary<string, AssemblyFile> ReadFolder(string folder, SearchOption depth = SearchOption.TopDirectoryOnly)
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*.dll", depth).Any())
        {
            throw new DirectoryNotFoundException($"There is no dll in {folder}: build src/DockerPS.Engine.");
        }

        return Directory.GetFiles(folder, "*.dll", depth).Where(IsAssembly).Select(Read).ToDictionary(file => file.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAssembly(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata && file.GetMetadataReader().IsAssembly;
    }
}
