using System;
using System.Reflection;

namespace DockerPS.Tests.Unit.Closures;

/// <summary>An assembly's name, version and public key token: what it is, or what another one asks for.</summary>
internal sealed record AssemblyIdentity(string Name, Version Version, string Token = "")
{
    public static AssemblyIdentity Of(AssemblyName name) => new(name.Name!, name.Version!, Convert.ToHexStringLower(name.GetPublicKeyToken() ?? []));

    /// <summary>Whether it serves for a reference: the same assembly, not older than what was asked for.</summary>
    public bool Suits(AssemblyIdentity reference) =>
        string.Equals(Name, reference.Name, StringComparison.OrdinalIgnoreCase) && Token == reference.Token && Version >= reference.Version;

    public override string ToString() => $"{Name} {Version}";
}
