using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace DockerPS.Tests.Framework;

/// <summary>
/// Loads the module as Windows PowerShell does and uses its engine through its own loader. Prints <c>name: value</c> lines, which the test that
/// started it judges.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("DockerPS.Tests.Framework.exe .../DockerPS.dll SCENARIO [ARGUMENTS]");
            return Task.FromResult(64);
        }

        // By its path, as Import-Module loads a binary module. That the driver's own references find it too is the driver's affair only.
        var module = Assembly.LoadFrom(Path.GetFullPath(arguments[0]));
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
            request.RequestingAssembly == typeof(Program).Assembly && new AssemblyName(request.Name).Name == module.GetName().Name ? module : null;
        return Scenarios.RunAsync(arguments[1], arguments.Skip(2).ToArray());
    }
}
