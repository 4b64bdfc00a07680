using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DockerPS.Tests.Cmdlets.Help;

/// <summary>What the built module itself says of a cmdlet.</summary>
internal sealed class CmdletFacts(CmdletInfo cmdlet)
{
    private static readonly HashSet<string> Common =
        [.. Cmdlet.CommonParameters.Where(name => !Cmdlet.OptionalCommonParameters.Contains(name)), "UseTransaction"];

    private readonly object _made = Activator.CreateInstance(cmdlet.ImplementingType)!;

    public string Name => cmdlet.Name;

    public Type Type => cmdlet.ImplementingType;

    public IReadOnlyList<CommandParameterSetInfo> Sets => cmdlet.ParameterSets;

    /// <summary>The parameters that help is about: not the common ones, nor those that are hidden.</summary>
    public IEnumerable<ParameterMetadata> Parameters => cmdlet.Parameters.Values
        .Where(parameter => !Common.Contains(parameter.Name) && !parameter.ParameterSets.Values.All(set => IsHidden(parameter)));

    public IReadOnlyList<string> Outputs => cmdlet.OutputType.Select(output => output.Name).Where(name => name != "System.Void").ToList() is { Count: > 0 } names ? names : ["None"];

    /// <summary>The parameters of a set that help is about.</summary>
    public IEnumerable<CommandParameterInfo> ParametersOf(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Common.Contains(parameter.Name) && !IsHidden(cmdlet.Parameters[parameter.Name]));

    /// <summary>What it has where nothing is said.</summary>
    public string Default(ParameterMetadata parameter) => Type.GetProperty(parameter.Name)?.GetValue(_made) switch
    {
        null => parameter.SwitchParameter ? "False" : "None",
        Array { Length: 0 } => "None",
        var value => (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture),
    };

    private static bool IsHidden(ParameterMetadata parameter) => parameter.Attributes.OfType<ParameterAttribute>().All(attribute => attribute.DontShow);
}
