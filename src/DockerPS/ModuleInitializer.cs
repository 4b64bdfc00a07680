using System;
using System.Management.Automation;
using System.Runtime.InteropServices;

namespace DockerPS;

/// <summary>Refuses, with one clear error, to be imported where the module can't work.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private const string Framework = ".NET Framework ";

    private static readonly Version FirstSupportedCore = new(7, 4);

    // Builds of 4.7.2 begin at 4.7.30xx, those of 4.7.1 at 4.7.25xx.
    private static readonly Version FirstSupportedFramework = new(4, 7, 3000);

    /// <summary>Called by PowerShell on import. Loads and contacts nothing.</summary>
    public void OnImport()
    {
        // PowerShell's own assembly carries PowerShell's version; Windows PowerShell's says 3.0, but the manifest asks for 5.1.
        if (Refusal(RuntimeInformation.FrameworkDescription, typeof(PSObject).Assembly.GetName().Version) is { } why)
        {
            throw new PSNotSupportedException(why);
        }
    }

    // The manifest asks for .NET Framework 4.7.2 as well, but Windows PowerShell knows versions up to 4.5 only, and lets all later ones pass.
    private static string? Refusal(string runtime, Version powerShell)
    {
        if (!runtime.StartsWith(Framework, StringComparison.Ordinal))
        {
            return powerShell >= FirstSupportedCore ? null
                : $"DockerPS needs Windows PowerShell 5.1 or PowerShell {FirstSupportedCore} and later; this is PowerShell {powerShell.ToString(3)}.";
        }

        return !Version.TryParse(runtime.Substring(Framework.Length), out var build) || build >= FirstSupportedFramework ? null
            : $"DockerPS needs .NET Framework 4.7.2 or later; the one on this machine is older: its build is {build}.";
    }
}
