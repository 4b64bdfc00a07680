using System;
using System.Management.Automation;
using System.Runtime.InteropServices;

namespace DockerPS;

/// <summary>Refuses, with one clear error, to be imported where the module can't work.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static readonly Version FirstSupportedCore = new(7, 4);

    /// <summary>Called by PowerShell on import. Loads and contacts nothing.</summary>
    public void OnImport()
    {
        // PowerShell's own assembly carries PowerShell's version; Windows PowerShell's says 3.0, and the manifest asks for 5.1 and .NET Framework 4.7.2.
        var version = typeof(PSObject).Assembly.GetName().Version;
        var isFramework = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
        if (!isFramework && version < FirstSupportedCore)
        {
            throw new PSNotSupportedException(
                $"DockerPS needs Windows PowerShell 5.1 or PowerShell {FirstSupportedCore} and later; this is PowerShell {version.ToString(3)}.");
        }
    }
}
