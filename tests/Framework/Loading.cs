using System;
using System.Collections.Generic;
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
        // Another module's resolver, which was there before and answers whatever it is asked.
        AppDomain.CurrentDomain.AssemblyResolve += AnswerAnything;
        var connector = EngineLoader.Connector;
        Scenarios.Say("resolvers", string.Join(", ", Resolvers()));
        Scenarios.Say("after", Loaded());
        Scenarios.Say("interface", connector is IEngineConnector);
        Scenarios.Say("again", ReferenceEquals(connector, EngineLoader.Connector));
        Scenarios.Say("endpoint", connector.Resolve(engine: null).Address.OriginalString);
        Scenarios.Say("final", Loaded());
    }

    private static Assembly AnswerAnything(object sender, ResolveEventArgs request) => typeof(Loading).Assembly;

    // In the order in which they are asked; the field's name is that of Mono, or .NET Framework.
    private static IEnumerable<string> Resolvers()
    {
        var field = typeof(AppDomain).GetField("AssemblyResolve", BindingFlags.NonPublic | BindingFlags.Instance)
            ?? typeof(AppDomain).GetField("_AssemblyResolve", BindingFlags.NonPublic | BindingFlags.Instance);
        return ((ResolveEventHandler)field!.GetValue(AppDomain.CurrentDomain)).GetInvocationList().Select(resolver => resolver.Method.DeclaringType!.Assembly.GetName().Name);
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
