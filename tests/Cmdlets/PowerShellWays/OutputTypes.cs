using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Cmdlets.PowerShellWays;

/// <summary>Holds what cmdlets write against what their <c>OutputType</c> says.</summary>
internal static class OutputTypes
{
    /// <summary>Runs commands, which must succeed, and fails where a cmdlet's are not of exactly the types that it promises.</summary>
    /// <param name="host">The session.</param>
    /// <param name="runs">A cmdlet's name, and commands that together write all that it can write.</param>
    /// <param name="variables">What the commands name.</param>
    public static void Check(PowerShellHost host, IReadOnlyDictionary<string, string[]> runs, params (string Name, object? Value)[] variables)
    {
        var cmdlets = host.Invoke("Get-Command -Module DockerPS").AssertSucceeded().Objects<CmdletInfo>().ToDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);
        foreach (var (name, commands) in runs)
        {
            var written = commands.SelectMany(command => host.Invoke(command, variables).AssertSucceeded().Output)
                .Select(item => item.BaseObject.GetType().FullName)
                .Distinct();

            // What a script block writes can be anything.
            var promised = cmdlets[name].OutputType.Where(output => output.Type != typeof(PSObject)).Select(output => output.Type.FullName);
            Assert.Equal(promised.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        }
    }
}
