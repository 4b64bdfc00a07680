using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerPS.Tests.Unit.Closures;

/// <summary>All that DockerPS.Engine.dll asks for, and what of it is where.</summary>
internal sealed class Closure
{
    private const string Root = "DockerPS.Engine";

    private readonly Func<AssemblyIdentity, AssemblyIdentity?> _find;
    private readonly IReadOnlyDictionary<string, AssemblyFile> _folder;
    private readonly Dictionary<string, HashSet<AssemblyIdentity>> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _missing = [];

    /// <summary>Walks the references.</summary>
    /// <param name="folder">The assemblies that are loaded together.</param>
    /// <param name="find">What the runtime takes for a reference; null for nothing.</param>
    public Closure(IReadOnlyDictionary<string, AssemblyFile> folder, Func<AssemblyIdentity, AssemblyIdentity?> find)
    {
        _folder = folder;
        _find = find;
        Walk(folder[Root]);
    }

    /// <summary>References that nothing suits, with who has them.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>What is taken for the references to one name: more than one assembly, and types of one name are two types.</summary>
    public IReadOnlyList<string> Split =>
        [.. _found.Where(name => name.Value.Count > 1).Select(name => $"{name.Key}: {string.Join(", ", name.Value.Select(found => found.Version))}")];

    /// <summary>Assemblies of the folder that no reference leads to.</summary>
    public IReadOnlyList<string> Unused =>
        [.. _folder.Values.Where(file => file.Name != Root && !_found.GetValueOrDefault(file.Name, []).Contains(file.Identity)).Select(file => file.Name)];

    private void Walk(AssemblyFile file)
    {
        foreach (var reference in file.References)
        {
            if (_find(reference) is not { } found)
            {
                _missing.Add($"{file.Name} asks for {reference}");
                continue;
            }

            if (!_found.TryGetValue(reference.Name, out var known))
            {
                _found[reference.Name] = known = [];
            }

            if (known.Add(found) && _folder.TryGetValue(found.Name, out var next) && next.Identity == found)
            {
                Walk(next);
            }
        }
    }
}
