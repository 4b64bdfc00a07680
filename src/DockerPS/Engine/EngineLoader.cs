using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace DockerPS.Engine;

/// <summary>
/// Loads the engine's assembly with its dependencies, on the first command that needs it, where no other module's versions are in the way:
/// a load context of its own on .NET, full paths and a narrow resolver on .NET Framework.
/// </summary>
public static class EngineLoader
{
    private const string AssemblyName = "DockerPS.Engine";
    private const string ConnectorType = "DockerPS.Connection.EngineConnector";

    private static readonly object Gate = new();
    private static volatile IEngineConnector? _connector;

    /// <summary>The door in the wall; the first use loads the engine's assembly.</summary>
    public static IEngineConnector Connector
    {
        get
        {
            if (_connector is { } known)
            {
                return known;
            }

            // Two runspaces may come at once, and there must be one context. A failure is not kept: the next command tries again.
            lock (Gate)
            {
                return _connector ??= Load();
            }
        }
    }

    /// <summary>Begins to load, beside this thread. What goes wrong there is told by the command that asks for the connector, which tries again.</summary>
    public static void Begin() => _ = Task.Run(() => Connector);

    private static IEngineConnector Load()
    {
        var home = Path.GetDirectoryName(typeof(EngineLoader).Assembly.Location)!;
        var contextType = Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader", throwOnError: false);
        var engine = contextType is null ? LoadOnFramework(Path.Combine(home, "net472")) : LoadInContext(contextType, Path.Combine(home, "net8.0"));
        return (IEngineConnector)Activator.CreateInstance(engine.GetType(ConnectorType, throwOnError: true)!)!;
    }

    // By reflection: netstandard2.0 has no AssemblyLoadContext. All dlls go in at once, so no subclass is needed to resolve any.
    private static Assembly LoadInContext(Type contextType, string folder)
    {
        var context = Contexts(contextType).FirstOrDefault() ?? Activator.CreateInstance(contextType, "DockerPS", false)!;
        var loaded = ((IEnumerable<Assembly>)contextType.GetProperty("Assemblies")!.GetValue(context)!)
            .FirstOrDefault(assembly => assembly.GetName().Name == AssemblyName);
        if (loaded is not null)
        {
            return loaded;
        }

        var load = (Func<string, Assembly>)Delegate.CreateDelegate(
            typeof(Func<string, Assembly>), context, contextType.GetMethod("LoadFromAssemblyPath", [typeof(string)])!);
        var assemblies = Directory.GetFiles(folder, "*.dll").Select(load).ToList();
        return assemblies.Single(assembly => assembly.GetName().Name == AssemblyName);
    }

    // Import-Module -Force runs this class again in the same process: the context that is there serves on.
    private static IEnumerable<object> Contexts(Type contextType) =>
        ((System.Collections.IEnumerable)contextType.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .Cast<object>()
            .Where(context => (string?)contextType.GetProperty("Name")!.GetValue(context) == "DockerPS");

    // Everything that can be asked for later is loaded by its full path now. What is asked for in just the version that is here is found by that;
    // for the rest the resolver hands out what is loaded, to none but our own assemblies.
    private static Assembly LoadOnFramework(string folder)
    {
        // The engine refers to this assembly too, which stands in another folder than it.
        var own = typeof(EngineLoader).Assembly;
        var ours = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase) { [own.GetName().Name] = own };
        foreach (var file in Directory.GetFiles(folder, "*.dll"))
        {
            var assembly = Assembly.LoadFrom(file);
            ours[assembly.GetName().Name] = assembly;
        }

        var requesters = new HashSet<Assembly>(ours.Values);
        ResolveFirst((_, request) =>
            request.RequestingAssembly is { } requester && requesters.Contains(requester)
                && ours.TryGetValue(new AssemblyName(request.Name).Name, out var found)
                ? found
                : null);
        return ours[AssemblyName];
    }

    // Resolvers are asked in the order of their coming, and one of another module may answer for our assemblies too, with any version. Ours answers
    // for ours alone, so nobody loses when it comes first; the event itself has no such door. The field's name is that of .NET Framework, or Mono.
    private static void ResolveFirst(ResolveEventHandler resolver)
    {
        var domain = AppDomain.CurrentDomain;
        var resolvers = typeof(AppDomain).GetField("_AssemblyResolve", BindingFlags.NonPublic | BindingFlags.Instance)
            ?? typeof(AppDomain).GetField("AssemblyResolve", BindingFlags.NonPublic | BindingFlags.Instance);
        if (resolvers is null || resolvers.FieldType != typeof(ResolveEventHandler))
        {
            domain.AssemblyResolve += resolver;
            return;
        }

        // The lock is the one that the event takes.
        lock (domain)
        {
            resolvers.SetValue(domain, Delegate.Combine(resolver, (Delegate?)resolvers.GetValue(domain)));
        }
    }
}
