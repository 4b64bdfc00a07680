using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace DockerPS.Tests.Unit.Module;

/// <summary>The topics tell all: every object with every property, every error id, every cmdlet. <c>docs/topics.ps1</c> writes the first two.</summary>
public sealed class TopicsTests
{
    private static readonly Assembly Module = typeof(Container).Assembly;

    [Fact]
    public void Objects_has_every_object_and_every_property()
    {
        var sections = Sections("Objects");
        var types = Outputs();

        Assert.True(types.Count > 15, $"{types.Count} types");
        var missing = types.SelectMany(type => sections.TryGetValue(type.Name, out var section)
            ? Members(type).Where(member => !section.Any(line => line.StartsWith("    " + member, StringComparison.Ordinal))).Select(member => $"{type.Name}.{member}")
            : [type.Name]);
        Assert.Empty(missing);
    }

    [Fact]
    public void Errors_has_every_id()
    {
        Assert.Empty(Enum.GetNames<DockerError>().Except(Sections("Errors").Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Commands_has_every_cmdlet()
    {
        var text = File.ReadAllText(Topic("Commands"));
        var cmdlets = Module.GetExportedTypes().Select(type => type.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>();

        Assert.All(cmdlets, cmdlet => Assert.Contains($"{cmdlet.VerbName}-{cmdlet.NounName}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_fit_a_console_of_80_columns()
    {
        var long80 = Directory.GetFiles(Path.Combine(Repository.Root, "en-US"), "*.txt")
            .SelectMany(file => File.ReadLines(file).Where(line => line.Length > 79).Select(line => $"{Path.GetFileName(file)}: {line}"));

        Assert.Empty(long80);
    }

    private static string Topic(string name) => Path.Combine(Repository.Root, "en-US", $"about_DockerPS_{name}.help.txt");

    /// <summary>The lines below each heading, which is indented by two.</summary>
    private static Dictionary<string, List<string>> Sections(string topic)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> section = [];
        foreach (var line in File.ReadLines(Topic(topic)))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && line[2] != ' ')
            {
                sections[line.Trim()] = section = [];
            }
            else
            {
                section.Add(line);
            }
        }

        return sections;
    }

    private static string[] Members(Type type) => type.IsEnum
        ? Enum.GetNames(type)
        : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name + "  <")];

    /// <summary>What cmdlets emit, and what that is made of.</summary>
    private static HashSet<Type> Outputs()
    {
        var found = new HashSet<Type>();
        foreach (var output in Module.GetTypes().SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>()).SelectMany(output => output.Type))
        {
            Collect(output.Type, found);
        }

        found.Remove(typeof(DockerError));
        return found;
    }

    private static void Collect(Type? type, HashSet<Type> found)
    {
        while (type is { HasElementType: true })
        {
            type = type.GetElementType();
        }

        foreach (var argument in type?.GenericTypeArguments ?? [])
        {
            Collect(argument, found);
        }

        if (type?.Assembly == Module && type.Namespace == "DockerPS" && found.Add(type) && !type.IsEnum)
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Collect(property.PropertyType, found);
            }
        }
    }
}
