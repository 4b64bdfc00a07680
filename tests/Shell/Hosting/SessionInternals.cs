using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace DockerPS.Shell.Hosting;

/// <summary>What PowerShell's own console host reaches by being the engine's friend.</summary>
internal static class SessionInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The next script hands its <c>exit</c> on to the host.</summary>
    public static void LetExitThrough(Runspace runspace)
    {
        object context = PropertyOf(runspace.GetType(), "ExecutionContext").GetValue(runspace)!;
        PropertyOf(context.GetType(), "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);
    }

    /// <summary>An object that the formatter sends to the error stream's colour and place.</summary>
    public static PSObject AsError(ErrorRecord record)
    {
        var wrapped = new PSObject(record);
        PropertyInfo stream = PropertyOf(typeof(PSObject), "WriteStream");
        stream.SetValue(wrapped, Enum.Parse(stream.PropertyType, "Error"));
        return wrapped;
    }

    private static PropertyInfo PropertyOf(Type type, string name)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetProperty(name, Any | BindingFlags.DeclaredOnly) is { CanRead: true } property && !property.GetMethod!.IsAbstract)
            {
                return property;
            }
        }

        throw new MissingMemberException(type.FullName, name);
    }
}
