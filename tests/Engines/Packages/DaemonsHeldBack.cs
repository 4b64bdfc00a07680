using System;
using System.IO;

namespace DockerPS.Tests.Engines;

/// <summary>Keeps packages from starting their services while they are installed, by Debian's own means: policy-rc.d.</summary>
internal sealed class DaemonsHeldBack : IDisposable
{
    private const string Policy = "/usr/sbin/policy-rc.d";

    private readonly bool _ours;

    public DaemonsHeldBack()
    {
        // A container image brings one of its own, which says the same.
        if (!OperatingSystem.IsWindows() && !File.Exists(Policy))
        {
            File.WriteAllText(Policy, "#!/bin/sh\nexit 101\n");
            File.SetUnixFileMode(Policy, (UnixFileMode)0b111_101_101);
            _ours = true;
        }
    }

    public void Dispose()
    {
        if (_ours)
        {
            File.Delete(Policy);
        }
    }
}
