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
        foreach (Type type in typeof(ShellCommands).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet)
            {
                string name = $"{cmdlet.VerbName}-{cmdlet.NounName}";
                // What the engine has itself wins: a stand-in is never better than the real one.
                if (!session.Commands[name].Any(entry => entry is SessionStateCmdletEntry))
                {
                    session.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
                }
            }
        }
    }
}
