using System;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DockerPS.Shell.Commands;

/// <summary>
/// The few internals of System.Management.Automation without which a cmdlet outside PowerShell's own assemblies can neither format nor stop what
/// is upstream of it.
/// </summary>
internal static class Automation
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format.";

    private static Version PSVersion => typeof(PSObject).Assembly.GetName().Version!;

    /// <summary>Ends the commands before this one and lets those behind it finish, as <c>Select-Object -First</c> does.</summary>
    public static Exception StopUpstream(Cmdlet cmdlet) =>
        (Exception)New("System.Management.Automation.StopUpstreamCommandsException", cmdlet);

    /// <summary>The group of commands by whose name, and a backslash, a cmdlet can be called.</summary>
    public static object SnapIn(string name)
    {
        var version = new Version(PSVersion.Major, PSVersion.Minor);
        return New(
            "System.Management.Automation.PSSnapInInfo",
            name,
            false,
            AppContext.BaseDirectory,
            name,
            name,
            version,
            version,
            new Collection<string>(),
            new Collection<string>(),
            "",
            "");
    }

    /// <summary>Gives a formatting cmdlet the engine's own formatter of a shape.</summary>
    public static object UseFormatter(FrontEndCommandBase cmdlet, string shape)
    {
        object formatter = New(
            FormatNamespace + "InnerFormatShapeCommand",
            Enum.Parse(TypeOf(FormatNamespace + "FormatShape"), shape));
        Set(cmdlet, "implementation", formatter);
        return formatter;
    }

    /// <summary>Gives an output cmdlet the engine's own outputter; <see cref="UseWriter"/> says where to.</summary>
    public static void UseOutputter(FrontEndCommandBase cmdlet) =>
        Set(cmdlet, "implementation", New(FormatNamespace + "OutputManagerInner"));

    public static void UseWriter(FrontEndCommandBase cmdlet, TextWriter writer, int columns)
    {
        object outputter = Get(cmdlet, "implementation")!;
        Set(outputter, "LineOutput", New(FormatNamespace + "TextWriterLineOutput", writer, columns));
    }

    public static object? Get(object target, string member) => Find(target.GetType(), member) switch
    {
        FieldInfo field => field.GetValue(target),
        PropertyInfo property => property.GetValue(target),
        _ => throw new MissingMemberException(target.GetType().FullName, member),
    };

    public static void Set(object target, string member, object? value)
    {
        switch (Find(target.GetType(), member))
        {
            case FieldInfo field: field.SetValue(target, value); break;
            case PropertyInfo property: property.SetValue(target, value); break;
            default: throw new MissingMemberException(target.GetType().FullName, member);
        }
    }

    public static object? Call(object target, string method, params object?[] arguments) =>
        target.GetType().InvokeMember(
            method, Any | BindingFlags.InvokeMethod | BindingFlags.DoNotWrapExceptions, binder: null, target, arguments, culture: null);

    public static object New(string type, params object[] arguments) =>
        Activator.CreateInstance(TypeOf(type), Any, binder: null, arguments, culture: null)!;

    private static Type TypeOf(string name) => typeof(PSObject).Assembly.GetType(name, throwOnError: true)!;

    private static MemberInfo? Find(Type type, string member)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            const BindingFlags Declared = Any | BindingFlags.DeclaredOnly;
            if (declaring.GetField(member, Declared) is { } field)
            {
                return field;
            }

            if (declaring.GetProperty(member, Declared) is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
