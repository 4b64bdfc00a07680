using System;
using System.IO;
using System.Linq;
using System.Reflection;
using DockerPS.Engine;

namespace DockerPS.Tests.Framework;

/// <summary>Says which assemblies of the module are in the process, before its engine is asked for, after it, and after it is asked for again.</summary>
internal static class Loading
{
    public static void Run()
    {
        Scenarios.Say("before", Loaded());
        var connector = EngineLoader.Connector;
        Scenarios.Say("after", Loaded());
        Scenarios.Say("interface", connector is IEngineConnector);
        Scenarios.Say("again", ReferenceEquals(connector, EngineLoader.Connector));
        Scenarios.Say("endpoint", connector.Resolve(engine: null).Address.OriginalString);
        Scenarios.Say("final", Loaded());
    }

    private static string Loaded()
    {
        var home = Path.GetDirectoryName(typeof(EngineLoader).Assembly.Location)!;
        var names = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(home, StringComparison.Ordinal))
            .Select(NameAndVersion)
            .OrderBy(name => name, StringComparer.Ordinal);
        return string.Join(", ", names);
    }

    private static string NameAndVersion(Assembly assembly) => assembly.GetName().Name + " " + assembly.GetName().Version;
}
