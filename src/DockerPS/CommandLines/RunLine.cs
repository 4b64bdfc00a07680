using System;
using System.Collections.Generic;
using System.Linq;
using DockerPS.Engine;

namespace DockerPS.CommandLines;

/// <summary>Writes the line that makes a container.</summary>
/// <param name="specification">What the container is made of.</param>
/// <param name="wrap">Each option stands in a line of its own.</param>
internal sealed class RunLine(ContainerSpecification specification, bool wrap)
{
    private const string Profile = "seccomp={";

    /// <summary>Nobody attaches to it, or in no other way than any command would.</summary>
    private bool IsDetached => !specification.AttachStandardInput && Values("attach") is null;

    /// <summary>As the docker command takes it.</summary>
    public string ForDocker()
    {
        var parts = new List<string> { "docker run" };
        if (IsDetached)
        {
            parts.Add("--detach");
        }

        foreach (var flag in RunFlags.All)
        {
            parts.AddRange((flag.Values(specification) ?? []).Where(value => IsSayable(flag, value)).Select(value => flag.Kind != RunFlagKind.Switch
                ? "--" + flag.Name + " " + ShellText.Quoted(value.StartsWith(Profile, StringComparison.Ordinal) ? "seccomp=profile.json" : value)
                : value == "true" ? "--" + flag.Name : "--" + flag.Name + "=" + value));
        }

        // Docker's entrypoint is one word; the others go before the command, where they have the same effect.
        var words = (specification.Entrypoint ?? []).Skip(1).Concat(specification.Command ?? []);
        parts.Add(string.Join(" ", words.Prepend(specification.Image).Select(ShellText.Quoted)));
        return Joined(parts, " \\\n    ");
    }

    /// <summary>As DockerPS takes it.</summary>
    public string ForPowerShell()
    {
        var parts = new List<string> { (IsDetached ? "Start-Container" : "New-Container") + " -Image " + ShellText.QuotedForPowerShell(specification.Image) };
        foreach (var flag in RunFlags.All)
        {
            var values = flag.Name == "entrypoint" ? specification.Entrypoint : flag.Values(specification);
            if (values?.Where(value => IsSayable(flag, value)).ToList() is { Count: > 0 } some)
            {
                parts.Add("-" + flag.Parameter + flag.Kind switch
                {
                    RunFlagKind.Switch => some[0] == "true" ? "" : ":$false",
                    RunFlagKind.Number => " " + some[0],
                    _ => " " + List(some),
                });
            }
        }

        if (specification.Command is { Count: > 0 } command)
        {
            parts.Add("-Command " + List(command));
        }

        return Joined(parts, " `\n    ");
    }

    /// <summary>What the line can't say, for the user.</summary>
    /// <param name="docker">The line is for the docker command.</param>
    public IEnumerable<string> Warnings(bool docker)
    {
        if (docker && specification.SecurityOptions?.Any(option => option.StartsWith(Profile, StringComparison.Ordinal)) == true)
        {
            yield return "The container has a seccomp profile, which docker reads from a file: save it as profile.json first. -DockerPS writes it into the line.";
        }

        if (specification.Health is { Command: null, Test: not null })
        {
            yield return "Its health check runs without a shell; one that is given as an option runs in the image's shell.";
        }

        if (specification.Networks?.Where(network => !IsSayable(network)).Select(network => network.Name).ToList() is { Count: > 0 } others)
        {
            yield return $"Connect the new container to {string.Join(", ", others)} too: beside the network {specification.Networks![0].Name} no other can be given at once.";
        }
    }

    private IReadOnlyList<string>? Values(string flag) => RunFlags.Find(flag)!.Values(specification);

    private bool IsSayable(RunFlag flag, string value) => flag.Name != "network" || specification.Networks?.FirstOrDefault(network => network.ToString() == value) is not { } one || IsSayable(one);

    // Networks that users made go with each other only.
    private bool IsSayable(NetworkAttachment network) => network.Name == specification.Networks![0].Name || (network.IsUserDefined && specification.Networks[0].IsUserDefined);

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(ShellText.QuotedForPowerShell));

    private string Joined(IEnumerable<string> parts, string between) => string.Join(wrap ? between : " ", parts);
}
