using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace DockerPS.Shell.Commands;

/// <summary>Adds this assembly's cmdlets to a session that has only the engine's own.</summary>
public static class ShellCommands
{
    public static void AddTo(InitialSessionState session)
    {
        ArgumentNullException.ThrowIfNull(session);
        object management = Automation.SnapIn("Microsoft.PowerShell.Management");
        object utility = Automation.SnapIn("Microsoft.PowerShell.Utility");
        foreach (Type type in typeof(ShellCommands).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet)
            {
                string name = $"{cmdlet.VerbName}-{cmdlet.NounName}";
                // What the engine has itself wins: a stand-in is never better than the real one.
                if (!session.Commands[name].Any(entry => entry is SessionStateCmdletEntry))
                {
                    // The engine calls some by their full names: completion of a path wants Microsoft.PowerShell.Management\Resolve-Path.
                    var entry = new SessionStateCmdletEntry(name, type, helpFileName: null);
                    Automation.Call(entry, "SetPSSnapIn", IsManagement(type) ? management : utility);
                    session.Commands.Add(entry);
                }
            }
        }
    }

    private static bool IsManagement(Type type) =>
        type.Namespace is { } part && (part.EndsWith(".Items", StringComparison.Ordinal) || part.EndsWith(".Processes", StringComparison.Ordinal));
}
