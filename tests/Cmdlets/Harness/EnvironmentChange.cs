using System;
using System.Collections.Generic;

namespace DockerPS.Tests.Cmdlets;

/// <summary>
/// Sets variables of this process, and gives them back when disposed. A process has one environment: such tests belong to the collection <see cref="Collection"/>.
/// </summary>
public sealed class EnvironmentChange : IDisposable
{
    /// <summary>Runs when no other test does.</summary>
    public const string Collection = "The process's environment";

    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);

    public EnvironmentChange(params (string Name, string? Value)[] variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var (name, value) in variables)
        {
            Set(name, value);
        }
    }

    /// <summary>Sets a variable, or takes it away with null.</summary>
    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
